package org.berea.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.search.SearchRequest;
import org.berea.localstack.servers.Folders;
import org.berea.localstack.servers.WeaviatePorts;
import org.berea.localstack.servers.WeaviateServer;
import org.berea.search.engine.Vectors;
import org.berea.search.indexing.Imports;
import org.berea.search.weaviate.WeaviateForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Search instances that share one Weaviate. */
@Timeout(240)
class SharedStoreTest {
    private static final SearchRequest SHEPHERD =
            SearchRequest.of("Who is my shepherd?", null, "BST", 5);
    private static final SearchRequest BOTH =
            SearchRequest.of("Who guides?", Imports.vector(Vectors.axis(0)), "BST", 5);

    /** What inference waits for a search. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    @TempDir private Path folder;
    private final WeaviatePorts ports = WeaviatePorts.free();

    @BeforeEach
    void requireWeaviate() {
        WeaviateForTests.requireProgram();
    }

    @Test
    void eachFindsWhatTheOtherHasIndexed() throws Exception {
        try (var topic = PassagesTopic.start(folder.resolve("kafka"));
                var _ = weaviate();
                var first = start("first", topic.bootstrapServers());
                var second = start("second", topic.bootstrapServers())) {
            topic.publish(Imports.texts("01"));
            for (int sequence = 0; sequence < 3; sequence++) {
                var client = sequence == 1 ? first.client() : second.client();
                Eventually.holds("it is ready", client::isReady);
                Eventually.holds("BST is there", () -> !client.translations().isEmpty());
                assertThat(client.put(Imports.vectors("01", sequence))).isEqualTo(204);
            }
            for (var each : List.of(first, second)) {
                Eventually.holds(
                        "all vectors are known",
                        () -> each.client().search(BOTH).degraded().isEmpty());
                assertThat(each.client().search(BOTH).passages())
                        .extracting(Passage::ref)
                        .containsExactly("PSA.23.1-2");
            }
        }
    }

    @Test
    void saysThatItCannotSearchWhileTheServerIsAwayAndSearchesAgainAfter() throws Exception {
        try (var topic = PassagesTopic.start(folder.resolve("kafka"))) {
            topic.publish(Imports.texts("01"));
            var server = weaviate();
            try (var search = start("only", topic.bootstrapServers())) {
                var client = search.client();
                Eventually.holds("it is ready", client::isReady);
                Eventually.holds("BST is there", () -> !client.translations().isEmpty());
                server.close();

                for (int i = 0; i < 10; i++) {
                    long began = System.nanoTime();
                    assertThat(client.status(SHEPHERD)).isEqualTo(503);
                    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMIT);
                }
                assertThat(client.isReady()).as("still ready: it can say what is wrong").isTrue();

                server = weaviate();
                Eventually.holds("found again", () -> client.status(SHEPHERD) == 200);
                assertThat(client.search(SHEPHERD).passages()).hasSize(1);
            } finally {
                server.close();
            }
        }
    }

    @Test
    void readsAllAgainWhenTheServerHasLostWhatItHad() throws Exception {
        try (var topic = PassagesTopic.start(folder.resolve("kafka"))) {
            topic.publish(Imports.texts("01"));
            var server = weaviate();
            try (var search = start("only", topic.bootstrapServers())) {
                var client = search.client();
                Eventually.holds("it is ready", client::isReady);
                Eventually.holds("BST is there", () -> !client.translations().isEmpty());
                server.close();
                Folders.delete(folder.resolve("weaviate"));
                server = weaviate();
                Eventually.holds("it is noticed", () -> client.translations().isEmpty());
                Eventually.holds("it is read", () -> !client.translations().isEmpty());
                assertThat(client.search(SHEPHERD).passages()).hasSize(1);
                assertThat(client.search(SHEPHERD).degraded()).contains(Degradation.NO_VECTORS);
            } finally {
                server.close();
            }
        }
    }

    private WeaviateServer weaviate() {
        return WeaviateServer.start(folder.resolve("weaviate"), ports);
    }

    private RunningSearch start(String instance, String kafka) {
        return RunningSearch.start(
                folder.resolve(instance),
                kafka,
                "60s",
                "--BEREA_SEARCH_ENGINE=weaviate",
                "--BEREA_SEARCH_INSTANCE=" + instance,
                "--WEAVIATE_URL=http://127.0.0.1:" + ports.rest(),
                "--WEAVIATE_GRPC_PORT=" + ports.grpc(),
                "--WEAVIATE_API_KEY=" + WeaviateServer.KEY);
    }
}
