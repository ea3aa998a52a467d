package org.berea.embedding.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.berea.contracts.event.NoteSaved;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.Topics;
import org.berea.contracts.search.VectorBatch;
import org.berea.embedding.Eventually;
import org.berea.embedding.RunningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Instances of search that lack vectors, for whatever reason. */
class GapFillingTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path data;
    private Broker broker;
    private SearchNeighbour search;
    private SearchNeighbour second;

    @BeforeEach
    void start() throws Exception {
        broker = Broker.start(data, Topics.PASSAGES, Topics.STUDY);
        search = SearchNeighbour.start(0);
        second = SearchNeighbour.start(0);
    }

    @AfterEach
    void stop() {
        search.close();
        second.close();
        broker.close();
    }

    @Test
    void givesAnInstanceThatLostItsVectorsAllOfThemAgainAndOnlyThatOne() throws Exception {
        second.lack(chapters("lost", 12));
        second.lack(new NoteSaved("n1", "alice", 2, null, "My hope.", Instant.EPOCH));
        try (var service = service(search.url() + "," + second.url())) {
            Eventually.within(SOON, "all is filled", second::lacksNothing);

            assertThat(second.kept()).extracting(VectorBatch::sequence).hasSize(12);
            assertThat(second.kept().getFirst().vectors()).hasSize(3);
            assertThat(second.notes()).hasSize(1);
            assertThat(search.kept()).isEmpty();
            Eventually.within(SOON, "counted", () -> filled(service) == 13);
            assertThat(second.askedFor().getFirst())
                    .contains("model=bge-small-en-v1.5@q8-", "limit=5");
            assertThat(second.callers().getFirst().subject()).isEqualTo("service:embedding");
        }
    }

    @Test
    void givesAnInstanceThatWasDownWhatItMissedWhenItIsBack() throws Exception {
        int port = second.port();
        second.close();
        for (var chapter : chapters("missed", 10)) {
            publish(chapter);
        }
        try (var service = service(search.url() + ",http://127.0.0.1:" + port)) {
            Eventually.within(SOON, "the other has all", () -> search.kept().size() == 10);
            second = SearchNeighbour.start(port);
            second.lack(chapters("missed", 10));
            Eventually.within(SOON, "it has all", second::lacksNothing);

            assertThat(search.kept()).as("nothing twice").hasSize(10);
            assertThat(filled(service)).isBetween(1.0, 10.0);
        }
    }

    @Test
    void worksWithoutKafka() throws Exception {
        second.lack(chapters("alone", 2));
        String none = "127.0.0.1:1";
        try (var _ = service(second.url(), "spring.kafka.bootstrap-servers", none)) {
            Eventually.within(SOON, "all is filled", second::lacksNothing);
        }
    }

    @Test
    void asksAnOlderSearchInVainAndHurtsNobody() throws Exception {
        search.knowNothingOfGaps();
        second.lack(chapters("newer", 2));
        try (var _ = service(search.url() + "," + second.url())) {
            Eventually.within(SOON, "the newer one has all", second::lacksNothing);

            assertThat(search.askedFor()).isNotEmpty();
        }
    }

    @Test
    void triesWhatIsRefusedOnceALookOnly() throws Exception {
        second.lack(chapters("refused", 2));
        second.answer(400);
        try (var service = service(second.url(), "berea.bulk.gap-check", "1s")) {
            Eventually.within(SOON, "it is refused", () -> second.refused() >= 4);
            int looks = second.askedFor().size();

            assertThat(second.refused()).isLessThanOrEqualTo(2 * looks);
            second.answer(204);
            Eventually.within(SOON, "all is filled", second::lacksNothing);
        }
    }

    @Test
    void leavesGapsWhileAnImportComesIn() throws Exception {
        second.lack(chapters("gap", 3));
        for (var chapter : chapters("import", 40)) {
            publish(chapter);
        }
        try (var _ = service(second.url(), "berea.bulk.quiet", "2s")) {
            Eventually.within(SOON, "all is filled", second::lacksNothing);

            var order = second.kept().stream().map(VectorBatch::importId).toList();
            assertThat(order.lastIndexOf("import")).isLessThan(order.indexOf("gap"));
        }
    }

    private RunningService service(String searchUrls) {
        return service(searchUrls, "berea.bulk.gap-check", "200ms");
    }

    private RunningService service(String searchUrls, String setting, String value) {
        var settings =
                new java.util.HashMap<>(
                        Map.of(
                                "spring.kafka.bootstrap-servers", broker.address(),
                                "spring.lifecycle.timeout-per-shutdown-phase", "10s",
                                "berea.bulk.search", searchUrls,
                                "berea.bulk.quiet", "500ms",
                                "berea.bulk.gap-check", "200ms"));
        settings.put(setting, value);
        return RunningService.start(settings);
    }

    private void publish(PassageImported chapter) throws Exception {
        broker.publish(Topics.PASSAGES, "BST", JSON.writeValueAsString(chapter));
    }

    private static PassageImported[] chapters(String importId, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Chapters.of(importId, i, 3))
                .toArray(PassageImported[]::new);
    }

    private static double filled(RunningService service) throws Exception {
        return service.metric("berea_embedding_gaps_filled_total");
    }
}
