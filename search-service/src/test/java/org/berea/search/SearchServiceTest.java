package org.berea.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.VectorBatch;
import org.berea.contracts.search.VectorBatch.VerseVector;
import org.berea.contracts.search.VectorGaps;
import org.berea.search.engine.Vectors;
import org.berea.search.indexing.Imports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class SearchServiceTest {
    private final PassagesTopic topic;
    private final RunningSearch search;
    private final SearchClient client;

    SearchServiceTest(@TempDir Path folder) throws Exception {
        topic = PassagesTopic.start(folder.resolve("kafka"));
        search = RunningSearch.start(folder, topic.bootstrapServers());
        client = search.client();
    }

    @BeforeAll
    void importATranslation() throws Exception {
        topic.publish("not an event");
        topic.publish("{\"type\":\"passage.removed.v1\"}");
        topic.publish(Imports.texts("01"));
        topic.publish(Imports.texts("01").reversed());
        Eventually.holds("BST can be searched", () -> client.translations().contains("BST"));
    }

    @AfterAll
    void stop() {
        search.close();
        topic.close();
    }

    @Test
    void readsEventsInAnyOrderAndRepeatedAndLeavesOutWhatItCannotRead() throws Exception {
        Eventually.holds("all events are read", () -> consumed("repeated") == 3);
        assertThat(consumed("indexed")).isEqualTo(3);
        assertThat(consumed("undecodable")).isEqualTo(1);
        assertThat(consumed("unknown")).isEqualTo(1);
        assertThat(indexed("text")).isEqualTo(12);
    }

    @Test
    void isAliveAndReady() throws Exception {
        assertThat(client.isAlive()).isTrue();
        Eventually.holds("it is ready", client::isReady);
    }

    @Test
    void searchesByWordsUntilTheVectorsAreThereAndThenByBoth() throws Exception {
        var question =
                SearchRequest.of(
                        "What does it say?", Imports.vector(Vectors.near(22, 0.8)), "BST", 5);
        if (indexed("vector") == 0) {
            assertThat(client.search(question).degraded()).containsExactly(Degradation.NO_VECTORS);
            assertThat(client.search(question).passages()).isEmpty();
        }
        for (int i = Imports.total() - 1; i >= 0; i--) {
            assertThat(client.put(Imports.vectors("01", i))).isEqualTo(204);
            assertThat(client.put(Imports.vectors("01", i))).isEqualTo(204);
        }
        var response = client.search(question);
        assertThat(response.degraded()).isEmpty();
        assertThat(response.passages()).extracting(Passage::ref).containsExactly("ROM.8.27-29");
        assertThat(indexed("vector")).isEqualTo(12);
        assertThat(client.metric("berea_search_queries_total", "legs=\"hybrid\"")).isPositive();
        assertThat(client.metric("berea_stage_latency_seconds_count", "stage=\"recall\""))
                .isPositive();
    }

    @Test
    void fetchesNamedVersesForALexicalSearch() throws Exception {
        var response = client.search(SearchRequest.of("Explain Psalm 23:2", null, "BST", 5));
        assertThat(response.passages()).extracting(Passage::ref).containsExactly("PSA.23.1-3");
        assertThat(response.degraded()).contains(Degradation.NO_EMBEDDING);
    }

    @Test
    void refusesWhoeverHasNoCallerToken() throws Exception {
        var answer =
                client.postUnsigned("{\"query\":\"love\",\"translations\":[\"BST\"],\"limit\":5}");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("urn:berea:problem:unauthenticated");
    }

    @Test
    void namesTheFieldThatIsWrong() throws Exception {
        assertBadField(
                "{\"query\":\"love\",\"translations\":[\"XYZ\"],\"limit\":5}", "translation");
        assertBadField("{\"query\":\" \",\"translations\":[\"BST\"],\"limit\":5}", "query");
        assertBadField("{\"query\":\"love\",\"translations\":[\"BST\"],\"limit\":0}", "limit");
        assertBadField("{\"query\":\"l\",\"translations\":[\"BST\"],\"limit\":1,\"x\":1}", "x");
        assertBadField(
                "{\"query\":\"l\",\"limit\":1,\"vector\":{\"model\":\"\",\"values\":[1]}}",
                "vector.model");
    }

    @Test
    void takesVectorsFromServicesOnly() throws Exception {
        var answer = client.putAsUser(Imports.vectors("99", 0));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("urn:berea:problem:forbidden");
    }

    @Test
    void tellsServicesOnlyWhatIsWithoutVectorsOfAModel() throws Exception {
        String path = "/internal/vectors/gaps?model=another@1&limit=2";
        var gaps = client.get(path, Caller.service("embedding"));
        assertThat(gaps.statusCode()).isEqualTo(200);
        var mapper = tools.jackson.databind.json.JsonMapper.builder().build();
        assertThat(mapper.readValue(gaps.body(), VectorGaps.class).chapters())
                .containsExactly(Imports.text("01", 0), Imports.text("01", 1));

        assertThat(client.get(path).statusCode()).isEqualTo(403);
        for (String bad : List.of("limit=21&model=m", "limit=0&model=m", "model=%20", "limit=1")) {
            var answer = client.get("/internal/vectors/gaps?" + bad, Caller.service("embedding"));
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
        }
    }

    @Test
    void namesTheVectorThatDoesNotFit() throws Exception {
        var vector = List.of(new VerseVector("ROM.8.28", new float[5]));
        var answer = client.put(json(vector), Caller.service("embedding"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"vectors[0].vector\"");
    }

    @Test
    void takesTheVectorsOfTheLongestChapter() throws Exception {
        var vector = new float[Vectors.DIMENSION];
        java.util.Arrays.fill(vector, (float) Math.sqrt(1.0 / Vectors.DIMENSION));
        var psalm119 =
                IntStream.rangeClosed(1, 176)
                        .mapToObj(i -> new VerseVector("PSA.119." + i, vector))
                        .toList();
        assertThat(client.put(new VectorBatch("00", "KJV", 0, 2, "test", psalm119))).isEqualTo(204);
    }

    private void assertBadField(String body, String field) throws Exception {
        var answer = client.post(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    private double consumed(String outcome) throws InterruptedException {
        return client.metric(
                "berea_events_consumed_total",
                "consumer=\"search\"",
                "outcome=\"" + outcome + "\"");
    }

    private double indexed(String kind) throws InterruptedException {
        return client.metric(
                "berea_search_indexed_verses", "translation=\"BST\"", "kind=\"" + kind + "\"");
    }

    private static String json(List<VerseVector> vectors) {
        return tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .writeValueAsString(new VectorBatch("98", "BST", 0, 2, "test", vectors));
    }
}
