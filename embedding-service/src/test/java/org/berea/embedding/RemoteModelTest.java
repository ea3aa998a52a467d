package org.berea.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.berea.embedding.encoding.ModelNeighbour;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.RedisServer;
import org.berea.simulator.SimulatorServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The embeddings API before a model on another machine. */
class RemoteModelTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String QUERY =
            "{\"input\":\"Who was Barnabas?\",\"input_type\":\"query\"}";

    @TempDir static Path data;

    @Test
    void answersWithTheVectorsOfAnOpenAiCompatibleServer() throws Exception {
        try (var simulator = SimulatorServer.start(0, "simulator.embedding-dimension=48");
                var service = start(simulator.baseUrl() + "/v1", Map.of("dimension", "48"))) {
            var one = read(service, "{\"input\":[\"light\",\"For God so loved the world\"]}");
            var other = read(service, "{\"input\":\"For God so loved the world\"}");

            assertThat(one.model()).isEqualTo("far-away");
            assertThat(one.version()).startsWith("remote-");
            assertThat(one.dimension()).isEqualTo(48);
            assertThat(one.data()).hasSize(2);
            assertThat(one.data().getLast().embedding())
                    .hasSize(48)
                    .isEqualTo(other.data().getFirst().embedding());
            assertThat(one.usage().promptTokens()).isPositive();
        }
    }

    @Test
    void sharesTheVectorsOfQuestionsWithOtherInstances() throws Exception {
        try (var redis = RedisServer.start(data, FreePorts.next());
                var model = ModelNeighbour.start()) {
            var settings = Map.of("redis", redis.url());
            try (var service = start(model.url(), settings)) {
                read(service, QUERY);
                read(service, QUERY);
                Eventually.within(
                        java.time.Duration.ofSeconds(10),
                        "it was asked once",
                        () -> model.calls().size() == 1);
            }
            try (var service = start(model.url(), settings)) {
                read(service, QUERY);

                assertThat(model.calls()).hasSize(1);
                assertThat(cacheLookups(service, "shared-hit")).isEqualTo(1);
            }
        }
    }

    @Test
    void tellsWhatIsTheMatterWithTheModelAndWhenToComeAgain() throws Exception {
        try (var model = ModelNeighbour.start();
                var service = start(model.url(), Map.of())) {
            model.behave(call -> call.send(429, "{}", "Retry-After", "9"));
            var busy = service.embed(QUERY);
            assertThat(busy.statusCode()).isEqualTo(503);
            assertThat(busy.body()).contains("overloaded");
            assertThat(busy.headers().firstValueAsLong("Retry-After")).hasValue(9);

            model.behave(call -> call.send(500, "{}"));
            var broken = service.embed(QUERY);
            assertThat(broken.statusCode()).isEqualTo(503);
            assertThat(broken.body()).contains("unavailable", "\"retryable\":true");

            model.behave(ModelNeighbour.Call::embed);
            assertThat(service.embed(QUERY).statusCode()).isEqualTo(200);
            assertThat(service.management("/actuator/health/readiness")).contains("\"UP\"");
        }
    }

    @Test
    void splitsAQuestionThatIsLongerThanTheModelReads() throws Exception {
        try (var model = ModelNeighbour.start();
                var service = start(model.url(), Map.of("max-tokens", "64"))) {
            String longQuestion = "Who was Barnabas and what did he do? ".repeat(10);
            var body = Map.of("input", longQuestion, "input_type", "query");
            var answer = read(service, JSON.writeValueAsString(body));

            var pieces = model.calls().stream().flatMap(it -> it.input().stream()).toList();
            assertThat(answer.data()).hasSize(1);
            assertThat(pieces).hasSizeGreaterThan(2);
            assertThat(pieces.stream().flatMap(piece -> Stream.of(piece.split(" "))).sorted())
                    .containsExactlyElementsOf(
                            Stream.of(longQuestion.split(" ")).sorted().toList());
            var passage = service.embed(JSON.writeValueAsString(Map.of("input", longQuestion)));
            assertThat(passage.statusCode()).isEqualTo(400);
            assertThat(passage.body()).contains("\"field\":\"input[0]\"");
        }
    }

    @Test
    void namesTheTextThatTheModelRefuses() throws Exception {
        try (var model = ModelNeighbour.start();
                var service = start(model.url(), Map.of())) {
            read(service, QUERY);
            model.behave(
                    call -> {
                        if (call.input().contains("nonsense")) {
                            call.send(400, "{}");
                        } else {
                            call.embed();
                        }
                    });
            var answer = service.embed("{\"input\":[\"light\",\"nonsense\"]}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"field\":\"input[1]\"");
        }
    }

    @Test
    void refusesToStartWithAModelOrAnAddressThatIsNone() {
        assertThatThrownBy(() -> RunningService.start(Map.of("berea.embedding.model", "gpt")))
                .hasStackTraceContaining("BEREA_EMBEDDING_MODEL: 'gpt'");
        assertThatThrownBy(() -> RunningService.start(Map.of("berea.embedding.model", "remote")))
                .hasStackTraceContaining("BEREA_EMBEDDING_URL");
        assertThatThrownBy(() -> start("http://127.0.0.1:1/v1", Map.of("model", " ")))
                .hasStackTraceContaining("BEREA_EMBEDDING_REMOTE_MODEL");
    }

    private static RunningService start(String url, Map<String, String> remote) {
        var settings = new HashMap<String, String>();
        settings.put("berea.embedding.model", "remote");
        settings.put("berea.remote.url", url);
        settings.put("berea.remote.model", "far-away");
        settings.put("berea.remote.dimension", "3");
        settings.put("spring.data.redis.url", "redis://127.0.0.1:1");
        remote.forEach((name, value) -> settings.put("berea.remote." + name, value));
        String redis = settings.remove("berea.remote.redis");
        if (redis != null) {
            settings.put("spring.data.redis.url", redis);
        }
        return RunningService.start(settings);
    }

    private static EmbeddingResponse read(RunningService service, String body) throws Exception {
        var answer = service.embed(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readValue(answer.body(), EmbeddingResponse.class);
    }

    private static double cacheLookups(RunningService service, String kind) throws Exception {
        return service.metric("berea_embedding_cache_lookups_total", "kind=\"" + kind + "\"");
    }
}
