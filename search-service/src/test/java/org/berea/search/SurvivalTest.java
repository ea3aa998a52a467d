package org.berea.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.search.SearchRequest;
import org.berea.localstack.servers.FreePorts;
import org.berea.search.engine.Vectors;
import org.berea.search.indexing.Imports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivalTest {
    private static final SearchRequest SHEPHERD =
            SearchRequest.of("Who is my shepherd?", null, "BST", 5);

    @TempDir private Path folder;

    @Test
    void losesNothingByBeingKilledInMidImport() throws Exception {
        try (var topic = PassagesTopic.start(folder.resolve("kafka"))) {
            topic.publish(Imports.texts("01").subList(0, 2));
            try (var first = SearchProcess.start(folder, topic.bootstrapServers())) {
                Eventually.holds("the first is ready", first.client()::isReady);
                assertThat(first.client().translations()).isEmpty();
                assertThat(first.client().put(Imports.vectors("01", 0))).isEqualTo(204);
                first.kill();
            }
            topic.publish(Imports.texts("01").subList(2, 3));
            try (var second = SearchProcess.start(folder, topic.bootstrapServers())) {
                var client = second.client();
                Eventually.holds("the second is ready", client::isReady);
                assertThat(client.translations()).containsExactly("BST");
                assertThat(client.metric("berea_events_consumed_total", "outcome=\"indexed\""))
                        .as("what the first had indexed is not read again")
                        .isEqualTo(1);
                assertThat(client.put(Imports.vectors("01", 1))).isEqualTo(204);
                assertThat(client.put(Imports.vectors("01", 2))).isEqualTo(204);
                var response =
                        client.search(
                                SearchRequest.of(
                                        "Who guides?", Imports.vector(Vectors.axis(0)), "BST", 5));
                assertThat(response.degraded()).isEmpty();
                assertThat(response.passages())
                        .extracting(Passage::ref)
                        .containsExactly("PSA.23.1-2");
            }
        }
    }

    @Test
    void readsAllTextAgainWhenTheIndexIsLostAndAsksForItsVectors() throws Exception {
        try (var topic = PassagesTopic.start(folder.resolve("kafka"))) {
            topic.publish(Imports.texts("01"));
            try (var before = RunningSearch.start(folder, topic.bootstrapServers())) {
                Eventually.holds("it is ready", before.client()::isReady);
                assertThat(before.client().search(SHEPHERD).passages()).hasSize(1);
                for (int i = 0; i < Imports.total(); i++) {
                    assertThat(before.client().put(Imports.vectors("01", i))).isEqualTo(204);
                }
                assertThat(before.client().gaps(Imports.MODEL).chapters()).isEmpty();
            }
            delete(folder.resolve("search"));
            try (var after = RunningSearch.start(folder, topic.bootstrapServers())) {
                Eventually.holds("it is ready again", after.client()::isReady);
                assertThat(after.client().search(SHEPHERD).passages()).hasSize(1);
                assertThat(after.client().gaps(Imports.MODEL).chapters())
                        .isEqualTo(Imports.texts("01"));
            }
        }
    }

    @Test
    void servesWhatItHasWhileKafkaIsAway() throws Exception {
        try (var topic = PassagesTopic.start(folder.resolve("kafka"));
                var before = RunningSearch.start(folder, topic.bootstrapServers())) {
            topic.publish(Imports.texts("01"));
            Eventually.holds("BST is read", () -> !before.client().translations().isEmpty());
        }
        String nobody = "127.0.0.1:" + FreePorts.next();
        try (var alone = RunningSearch.startAlone(folder, nobody)) {
            Eventually.holds("it is ready without Kafka", alone.client()::isReady);
            var response = alone.client().search(SHEPHERD);
            assertThat(response.passages())
                    .extracting(Passage::ref)
                    .anyMatch(ref -> ref.startsWith("PSA.23.1"));
            assertThat(response.degraded())
                    .isEqualTo(List.of(Degradation.NO_EMBEDDING, Degradation.NO_VECTORS));
        }
    }

    @Test
    void startsWhileKafkaHasNotEvenAnAddress() throws Exception {
        try (var alone = RunningSearch.startAlone(folder, "kafka.invalid:9092")) {
            Eventually.holds("it is ready without Kafka", alone.client()::isReady);
            assertThat(alone.client().translations()).isEmpty();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
