package org.berea.embedding.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.Topics;
import org.berea.embedding.Eventually;
import org.berea.embedding.RunningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Questions over HTTP while an import floods the service, with the real model. */
class PriorityTest {
    private static final Logger log = LoggerFactory.getLogger(PriorityTest.class);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int QUESTIONS = 100;
    private static final int CHAPTERS = 200;
    private static final int VERSES = 100;

    @TempDir Path data;
    private Broker broker;
    private SearchNeighbour search;

    @BeforeEach
    void start() throws Exception {
        broker = Broker.start(data, Topics.PASSAGES, Topics.STUDY);
        search = SearchNeighbour.start(0);
    }

    @AfterEach
    void stop() {
        search.close();
        broker.close();
    }

    @Test
    void answersQuestionsBeforeTheVersesThatCameEarlier() throws Exception {
        try (var service = service()) {
            ask(service, "to warm up");
            ask(service, "to warm up more");
            double[] alone = ask(service, "alone");
            flood();
            Eventually.within(SOON, "the import is on its way", () -> search.kept().size() >= 2);
            int before = search.kept().size();
            double[] beside = ask(service, "beside an import");
            int between = search.kept().size() - before;

            log.info(
                    "query ms alone p50 {} p99 {}, beside an import p50 {} p99 {}: {} and {} times",
                    percentile(alone, 50),
                    percentile(alone, 99),
                    percentile(beside, 50),
                    percentile(beside, 99),
                    percentile(beside, 50) / percentile(alone, 50),
                    percentile(beside, 99) / percentile(alone, 99));
            assertThat(search.kept().size()).as("the import still goes on").isLessThan(CHAPTERS);
            // Whoever queued behind the verses would wait for a whole chapter each time.
            assertThat(between).as("chapters done meanwhile").isLessThan(QUESTIONS / 2);
        }
    }

    private void flood() throws Exception {
        for (int i = 0; i < CHAPTERS; i++) {
            int chapter = i;
            var verses =
                    IntStream.rangeClosed(1, VERSES)
                            .mapToObj(verse -> Chapters.verse(verse, text(chapter, verse)))
                            .toArray(Verse[]::new);
            var event = Chapters.of("flood", i, verses);
            broker.publish(Topics.PASSAGES, "BST", JSON.writeValueAsString(event));
        }
    }

    private static String text(int chapter, int verse) {
        return "Verse %d of chapter %d, in which they went out from the city and came to the river"
                        .formatted(verse, chapter)
                + " and stayed there for many days.";
    }

    /** How long each of many different questions took, in milliseconds. */
    private static double[] ask(RunningService service, String about) throws Exception {
        double[] took = new double[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            long begin = System.nanoTime();
            var answer =
                    service.embed(
                            "{\"input\":\"What is question %d %s?\",\"input_type\":\"query\"}"
                                    .formatted(i, about));
            took[i] = (System.nanoTime() - begin) / 1e6;
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        Arrays.sort(took);
        return took;
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private RunningService service() {
        return RunningService.start(
                Map.of(
                        "spring.kafka.bootstrap-servers", broker.address(),
                        "spring.lifecycle.timeout-per-shutdown-phase", "10s",
                        "berea.bulk.search", search.url()));
    }
}
