package org.berea.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The embeddings API with the real model, Kafka and search being away. */
class EmbeddingApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void isReadyWithoutKafkaAndSearch() throws Exception {
        assertThat(service.management("/actuator/health/readiness")).contains("\"UP\"");
        assertThat(service.management("/actuator/health/liveness")).contains("\"UP\"");
    }

    @Test
    void answersInOpenAisShapeInTheOrderOfTheInputs() throws Exception {
        var both = embedded("{\"input\":[\"light\",\"For God so loved the world\"]}");
        var second = embedded("{\"input\":[\"For God so loved the world\"]}");

        assertThat(both.object()).isEqualTo("list");
        assertThat(both.model()).isEqualTo("bge-small-en-v1.5");
        assertThat(both.version()).matches("q8-[0-9a-f]{8}-v3");
        assertThat(both.dimension()).isEqualTo(384);
        assertThat(both.data()).extracting(EmbeddingResponse.Item::index).containsExactly(0, 1);
        assertThat(both.data().get(1).embedding()).isEqualTo(second.data().get(0).embedding());
        assertThat(both.data().get(0).embedding()).isNotEqualTo(both.data().get(1).embedding());
    }

    @Test
    void countsTheTokensTheModelReads() throws Exception {
        // [CLS] for god so loved the world [SEP]
        var answer = embedded("{\"input\":\"For God so loved the world\"}");

        assertThat(answer.usage().promptTokens()).isEqualTo(8);
        assertThat(answer.usage().totalTokens()).isEqualTo(8);
    }

    @Test
    void tellsHowLongItTookHere() throws Exception {
        var answer = service.embed("{\"input\":\"a text like no other\"}");

        assertThat(answer.headers().firstValue("Server-Timing").orElse(""))
                .matches("embedding;dur=\\d+\\.\\d{3}");
    }

    @Test
    void refusesAModelItDoesNotServe() throws Exception {
        var answer = service.embed("{\"input\":\"light\",\"model\":\"text-embedding-3-small\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"model\"", "text-embedding-3-small");
    }

    @Test
    void refusesATextTheModelCannotReadWholeAndNamesIt() throws Exception {
        String tooLong = "verily ".repeat(600).strip();
        var answer =
                service.embed(
                        JSON.writeValueAsString(
                                Map.of("input", new String[] {"light", tooLong, "life"})));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"input[1]\"", "tokens");
    }

    @Test
    void readsALongQuestionToItsEnd() throws Exception {
        String question = "What does this mean for us who live today? ".repeat(180).strip();
        var answer = embedded(query(question));
        var other = embedded(query(question.substring(0, question.length() - 200) + "x".repeat(9)));

        assertThat(answer.data()).hasSize(1);
        assertThat(answer.usage().promptTokens()).isGreaterThan(1_800);
        assertThat(answer.data().getFirst().embedding())
                .hasSize(384)
                .isNotEqualTo(other.data().getFirst().embedding());
    }

    @Test
    void refusesAQuestionOfMoreTokensThanCanBeReadInTime() throws Exception {
        var answer = service.embed(query("각 ".repeat(3_900) + "?"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"input[0]\"", "tokens");
    }

    @Test
    void usesNoRedis() throws Exception {
        embedded(query("Is Redis asked?"));

        assertThat(service.metric("berea_embedding_cache_lookups_total", "shared")).isZero();
    }

    @Test
    void refusesUnknownFieldsAndEmptyTexts() throws Exception {
        assertThat(service.embed("{\"input\":\"light\",\"dimensions\":3}").body())
                .contains("\"field\":\"dimensions\"");
        var empty = service.embed("{\"input\":[\"  \"]}");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("input");
    }

    @Test
    void refusesCallersWithoutToken() throws Exception {
        var answer =
                service.http()
                        .send(
                                service.unsigned("{\"input\":\"light\"}").build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void remembersQueriesAndCountsIt() throws Exception {
        String query = "{\"input\":\"Who was Barnabas?\",\"input_type\":\"query\"}";
        var first = embedded(query);
        double hits = service.metric("berea_embedding_cache_lookups_total", "kind=\"hit\"");
        double texts = service.metric("berea_embedding_texts_total", "type=\"query\"");

        assertThat(embedded(query)).usingRecursiveComparison().isEqualTo(first);
        assertThat(service.metric("berea_embedding_cache_lookups_total", "kind=\"hit\""))
                .isEqualTo(hits + 1);
        assertThat(service.metric("berea_embedding_texts_total", "type=\"query\""))
                .isEqualTo(texts);
    }

    @Test
    void takesTheLargestRequest() throws Exception {
        var texts = IntStream.range(0, 256).mapToObj(i -> "verse " + i).toList();
        var answer = embedded(JSON.writeValueAsString(Map.of("input", texts)));

        assertThat(answer.data()).hasSize(256);
    }

    private static String query(String text) {
        return JSON.writeValueAsString(Map.of("input", text, "input_type", "query"));
    }

    private static EmbeddingResponse embedded(String body) throws Exception {
        var answer = service.embed(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readValue(answer.body(), EmbeddingResponse.class);
    }
}
