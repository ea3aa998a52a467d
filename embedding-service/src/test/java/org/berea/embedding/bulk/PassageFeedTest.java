package org.berea.embedding.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.Topics;
import org.berea.contracts.search.VectorBatch;
import org.berea.embedding.Eventually;
import org.berea.embedding.RunningService;
import org.berea.embedding.encoding.ModelNeighbour;
import org.berea.embedding.text.Vectors;
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
    private static Broker broker;

    private SearchNeighbour search;
    private SearchNeighbour second;

    @BeforeAll
    static void startKafka() throws Exception {
        broker = Broker.start(data, Topics.PASSAGES);
    }

    @AfterAll
    static void stopKafka() {
        broker.close();
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
            assertThat(batch.total()).isEqualTo(1_000);
            assertThat(batch.model()).startsWith("bge-small-en-v1.5@q8-");
            assertThat(batch.vectors())
                    .extracting(VectorBatch.VerseVector::ref)
                    .containsExactly("GEN.1.1", "GEN.1.2", "GEN.1.3");
            assertThat(batch.vectors().getFirst().vector()).hasSize(384);
            assertThat(search.callers().getFirst().subject()).isEqualTo("service:embedding");
        }
    }

    @Test
    void addsToEachVerseWhatStandsAroundIt() throws Exception {
        publish(chapter("around", 0));
        try (var service = service(search.url())) {
            arrived(service, search, "around", 0);
            float[] verse = service.vector("Verse 1 of 0");
            float[] around = service.vector("Verse 1 of 0 Verse 2 of 0");

            float[] expected = Vectors.mean(List.of(verse, around));
            float[] kept = batches(search, "around").getFirst().vectors().getFirst().vector();
            assertThat(cosine(kept, expected)).isGreaterThan(0.9999);
            assertThat(cosine(kept, verse)).isLessThan(0.999);
            assertThat(Vectors.length(kept)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void triesAgainUntilSearchIsBackAndKeepsTheOrder() throws Exception {
        search.answer(503);
        publish(chapter("two", 0), chapter("two", 1), chapter("two", 2));
        try (var service = service(search.url())) {
            Eventually.within(SOON, "several tries", () -> consumed(service, "retried") >= 3);
            assertThat(search.refused()).isGreaterThanOrEqualTo(3);
            search.answer(204);
            arrived(service, search, "two", 0, 1, 2);

            assertThat(sequences(search, "two")).containsExactly(0, 1, 2);
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
    void skipsCrossReferencesAndDeletedRecordsQuietly() throws Exception {
        publish(
                JSON.writeValueAsString(
                        new CrossReferencesImported("x", "openbible.info", 0, 1, List.of())));
        broker.publish(Topics.PASSAGES, "BST", null);
        publish(chapter("nine", 0));
        try (var service = service(search.url())) {
            arrived(service, search, "nine", 0);

            assertThat(consumed(service, "skipped")).isEqualTo(2);
            assertThat(consumed(service, "undecodable")).isZero();
        }
    }

    @Test
    void cutsNothingOffAVerseThatIsLongerThanTheModelReads() throws Exception {
        String end = " and darkness did not overcome it";
        publish(
                JSON.writeValueAsString(
                        Chapters.of("six", 0, Chapters.verse(1, "verily ".repeat(600) + end))),
                JSON.writeValueAsString(
                        Chapters.of("six", 1, Chapters.verse(1, "verily ".repeat(600)))));
        try (var service = service(search.url())) {
            arrived(service, search, "six", 0, 1);

            float[] whole = batches(search, "six").get(0).vectors().getFirst().vector();
            float[] without = batches(search, "six").get(1).vectors().getFirst().vector();
            assertThat(whole).hasSize(384).isNotEqualTo(without);
        }
    }

    @Test
    void passesOnTheRangeOfVersesPrintedAsOne() throws Exception {
        publish(
                JSON.writeValueAsString(
                        Chapters.of("seven", 0, new Verse("GEN.1.1-2", "both of them"))));
        try (var service = service(search.url())) {
            arrived(service, search, "seven", 0);

            assertThat(batches(search, "seven").getFirst().vectors())
                    .extracting(VectorBatch.VerseVector::ref)
                    .containsExactly("GEN.1.1-2");
        }
    }

    @Test
    void doesNotLetAnInstanceThatIsDownHoldUpTheOthers() throws Exception {
        int port = second.port();
        second.close();
        publish(IntStream.range(0, 20).mapToObj(i -> chapter("down", i)).toArray(String[]::new));
        try (var service = service(search.url() + ",http://127.0.0.1:" + port)) {
            Eventually.within(SOON, "the rest", () -> sequences(search, "down").size() == 20);

            assertThat(deliveries(service, "missed")).isGreaterThanOrEqualTo(1);
            assertThat(deliveries(service, "absent")).isGreaterThanOrEqualTo(1);
            assertThat(consumed(service, "retried")).isZero();
        }
    }

    @Test
    void doesNotWaitForAnInstanceThatHangsMoreThanOnceInAWhile() throws Exception {
        second.hang();
        publish(IntStream.range(0, 20).mapToObj(i -> chapter("hangs", i)).toArray(String[]::new));
        try (var service = service(search.url() + "," + second.url())) {
            Eventually.within(SOON, "the rest", () -> sequences(search, "hangs").size() == 20);

            assertThat(deliveries(service, "missed")).isBetween(1.0, 8.0);
        }
    }

    @Test
    void readsEverythingAnewForAnotherModelOnly() throws Exception {
        publish(chapter("eight", 0));
        try (var service = service(search.url())) {
            arrived(service, search, "eight", 0);
        }
        try (var model = ModelNeighbour.start();
                var service = remoteService(model, second.url())) {
            Eventually.within(SOON, "all of it", () -> sequences(second, "eight").contains(0));

            assertThat(batches(second, "eight").getFirst().model()).startsWith("far-away@remote-");
            assertThat(batches(second, "eight").getFirst().vectors().getFirst().vector())
                    .hasSize(3);
            assertThat(second.kept().size()).isGreaterThan(1);
        }
        try (var service = service(search.url())) {
            publish(chapter("eight", 1));
            arrived(service, search, "eight", 1);

            assertThat(sequences(search, "eight")).as("not anew").containsExactly(0, 1);
        }
    }

    @Test
    void asksARemoteModelAgainUntilItIsBack() throws Exception {
        try (var model = ModelNeighbour.start()) {
            model.behave(call -> call.send(429, "{}", "Retry-After", "1"));
            publish(chapter("ten", 0));
            try (var service = remoteService(model, search.url())) {
                Eventually.within(SOON, "several calls", () -> model.calls().size() >= 6);
                assertThat(sequences(search, "ten")).isEmpty();
                model.behave(ModelNeighbour.Call::embed);
                Eventually.within(SOON, "ten", () -> sequences(search, "ten").contains(0));

                assertThat(batches(search, "ten").getFirst().vectors()).hasSize(3);
            }
        }
    }

    private static double cosine(float[] left, float[] right) {
        return IntStream.range(0, left.length).mapToDouble(i -> left[i] * right[i]).sum();
    }

    private static RunningService service(String searchUrls) {
        return RunningService.start(settings(searchUrls));
    }

    private static RunningService remoteService(ModelNeighbour model, String searchUrls) {
        var settings = new HashMap<>(settings(searchUrls));
        settings.put("berea.embedding.model", "remote");
        settings.put("berea.remote.url", model.url());
        settings.put("berea.remote.model", "far-away");
        settings.put("berea.remote.dimension", "3");
        return RunningService.start(settings);
    }

    private static Map<String, String> settings(String searchUrls) {
        return Map.of(
                "spring.kafka.bootstrap-servers", broker.address(),
                "spring.lifecycle.timeout-per-shutdown-phase", "10s",
                "berea.bulk.search", searchUrls,
                "berea.bulk.limit", "2s",
                "berea.bulk.first-retry", "50ms",
                "berea.bulk.longest-retry", "200ms");
    }

    private static double consumed(RunningService service, String outcome) throws Exception {
        return service.metric("berea_events_consumed_total", "outcome=\"" + outcome + "\"");
    }

    private static double deliveries(RunningService service, String outcome) throws Exception {
        return service.metric("berea_embedding_deliveries_total", "outcome=\"" + outcome + "\"");
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
            broker.publish(Topics.PASSAGES, "BST", value);
        }
    }

    private static String chapter(String importId, int sequence) {
        return JSON.writeValueAsString(Chapters.of(importId, sequence, 3));
    }
}
