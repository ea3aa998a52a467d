package org.berea.embedding.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.Topics;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.VectorBatch;
import org.berea.embedding.Eventually;
import org.berea.embedding.RunningService;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.KafkaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** From a real Kafka through the real model to where search would be. */
class PassageFeedTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir static Path data;
    private static KafkaServer kafka;
    private static KafkaProducer<String, String> producer;

    private SearchNeighbour search;
    private SearchNeighbour second;

    @BeforeAll
    static void startKafka() throws Exception {
        kafka = KafkaServer.start(data, FreePorts.next());
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(Topics.PASSAGES, 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    @AfterAll
    static void stopKafka() {
        producer.close(Duration.ofSeconds(5));
        kafka.close();
    }

    @BeforeEach
    void startSearch() throws Exception {
        search = SearchNeighbour.start(0);
        second = SearchNeighbour.start(0);
    }

    @AfterEach
    void stopSearch() {
        search.close();
        second.close();
    }

    @Test
    void bringsTheVectorsOfEachChapterToEveryInstanceOfSearch() throws Exception {
        publish(chapter("one", 0), chapter("one", 1));
        try (var service = service(search.url() + "," + second.url())) {
            arrived(service, search, "one", 0, 1);
            arrived(service, second, "one", 0, 1);

            var batch = batches(search, "one").getFirst();
            assertThat(batch.translation()).isEqualTo("BST");
            assertThat(batch.total()).isEqualTo(10);
            assertThat(batch.model()).startsWith("bge-small-en-v1.5@q8-");
            assertThat(batch.vectors())
                    .extracting(VectorBatch.VerseVector::ref)
                    .containsExactly("GEN.1.1", "GEN.1.2", "GEN.1.3");
            assertThat(batch.vectors().getFirst().vector()).hasSize(384);
            assertThat(search.callers().getFirst().subject()).isEqualTo("service:embedding");
        }
    }

    @Test
    void triesAgainUntilSearchIsBackAndKeepsTheOrder() throws Exception {
        search.answer(503);
        publish(chapter("two", 0), chapter("two", 1), chapter("two", 2));
        try (var service = service(search.url())) {
            Eventually.within(SOON, "several tries", () -> search.refused() >= 4);
            search.answer(204);
            arrived(service, search, "two", 0, 1, 2);

            assertThat(sequences(search, "two")).containsExactly(0, 1, 2);
            assertThat(consumed(service, "retried")).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void goesOnAfterARestartWhereSearchHadAcknowledged() throws Exception {
        publish(chapter("three", 0), chapter("three", 1));
        try (var service = service(search.url())) {
            arrived(service, search, "three", 0, 1);
            search.answer(500);
            publish(chapter("three", 2), chapter("three", 3));
            Eventually.within(SOON, "a try", () -> search.refused() >= 1);
        }
        search.answer(204);
        try (var service = service(search.url())) {
            arrived(service, search, "three", 0, 1, 2, 3);

            assertThat(sequences(search, "three")).containsExactly(0, 1, 2, 3);
        }
    }

    @Test
    void leavesBehindWhatItCannotReadAndReadsWhatIsNewer() throws Exception {
        publish("{not json", "{\"type\":\"passage.withdrawn.v1\",\"translation\":\"BST\"}");
        publish("{\"type\":\"passage.imported.v1\",\"importId\":\"four\",\"sequence\":0}");
        publish(chapter("four", 0).replaceFirst("\\{", "{\"colour\":\"red\","));
        try (var service = service(search.url())) {
            arrived(service, search, "four", 0);

            assertThat(consumed(service, "undecodable")).isEqualTo(2);
            assertThat(consumed(service, "skipped")).isEqualTo(1);
        }
    }

    @Test
    void leavesBehindWhatSearchRefusesForGood() throws Exception {
        search.answer(400);
        publish(chapter("five", 0));
        try (var service = service(search.url())) {
            Eventually.within(SOON, "it gives up", () -> consumed(service, "refused") == 1);
            search.answer(204);
            publish(chapter("five", 1));
            arrived(service, search, "five", 1);

            assertThat(search.refused()).isEqualTo(1);
        }
    }

    @Test
    void leavesOutOnlyAVerseThatTheModelCannotReadWhole() throws Exception {
        var event = event("six", 0, verse(1, "light"), verse(2, "verily ".repeat(600)));
        publish(JSON.writeValueAsString(event));
        try (var service = service(search.url())) {
            arrived(service, search, "six", 0);

            assertThat(batches(search, "six").getFirst().vectors())
                    .extracting(VectorBatch.VerseVector::ref)
                    .containsExactly("GEN.1.1");
        }
    }

    private static RunningService service(String searchUrls) {
        return RunningService.start(
                Map.of(
                        "spring.kafka.bootstrap-servers", kafka.bootstrapServers(),
                        "spring.lifecycle.timeout-per-shutdown-phase", "10s",
                        "berea.bulk.search", searchUrls,
                        "berea.bulk.first-retry", "50ms",
                        "berea.bulk.longest-retry", "200ms"));
    }

    private static double consumed(RunningService service, String outcome) throws Exception {
        return service.metric("berea_events_consumed_total", "outcome=\"" + outcome + "\"");
    }

    private static void arrived(
            RunningService service, SearchNeighbour at, String importId, Integer... sequences)
            throws Exception {
        Eventually.within(
                SOON,
                importId + " " + List.of(sequences),
                () -> sequences(at, importId).containsAll(List.of(sequences)));
        // What was acknowledged is also committed, before the service stops.
        Eventually.within(SOON, "counted", () -> consumed(service, "done") >= 1);
    }

    private static List<Integer> sequences(SearchNeighbour at, String importId) {
        return batches(at, importId).stream().map(VectorBatch::sequence).toList();
    }

    private static List<VectorBatch> batches(SearchNeighbour at, String importId) {
        return at.kept().stream().filter(it -> it.importId().equals(importId)).toList();
    }

    private static void publish(String... values) throws Exception {
        for (String value : values) {
            producer.send(new ProducerRecord<>(Topics.PASSAGES, "BST", value))
                    .get(10, TimeUnit.SECONDS);
        }
    }

    private static String chapter(String importId, int sequence) {
        Verse[] verses =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(i -> verse(i, "Verse " + i + " of " + sequence))
                        .toArray(Verse[]::new);
        return JSON.writeValueAsString(event(importId, sequence, verses));
    }

    private static PassageImported event(String importId, int sequence, Verse... verses) {
        var translation = new Translation("BST", "Berea", "en", "free", 3);
        return new PassageImported(importId, translation, sequence, 10, List.of(verses));
    }

    private static Verse verse(int number, String text) {
        return new Verse("GEN.1." + number, text);
    }
}
