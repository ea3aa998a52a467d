package org.berea.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.berea.benchmarks.ServerOnLoopback;
import org.berea.benchmarks.ServerOnLoopback.Answer;
import org.berea.benchmarks.ServerOnLoopback.Asked;
import org.berea.benchmarks.Typed;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.localstack.commands.GatewayClient;
import org.berea.localstack.stack.DataFolder;
import org.berea.localstack.supervision.RunRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class SearchMeasurementTest {
    private static final String TRANSLATIONS =
            """
            {"translations":[
              {"code":"BST","name":"Sample","language":"en","licence":"free","verses":380},
              {"code":"WEB","name":"World","language":"en","licence":"free","verses":38029}]}
            """;
    private static final String EMBEDDING =
            """
            {"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.6,0.8]}],
             "model":"small","version":"1","dimension":2,
             "usage":{"prompt_tokens":5,"total_tokens":5}}
            """;
    private static final String FOUND = "{\"passages\":[],\"degraded\":[]}";

    @TempDir Path folder;
    private DataFolder data = new DataFolder(Path.of(""));

    @BeforeEach
    void open() {
        data = new DataFolder(folder.resolve("data"));
        data.run().enterSupervisor(1);
    }

    @Test
    void timesEmbeddingAndBothKindsOfSearchAndTellsWhatTheyCost() throws IOException {
        record("search-service");
        try (var suite = new ServerOnLoopback(SearchMeasurementTest::answer)) {
            var typed = measure(suite, "--callers", "2");

            assertThat(typed.code()).as(typed.err()).isZero();
            assertThat(typed.out())
                    .contains("Lucene, WEB with 38,029 verses, 218 questions, 2 callers, 1 s each")
                    .containsPattern("query embedding +400 +0 +[\\d.]+ +[\\d.]+ .* - +-\n")
                    .containsPattern("in the service +400 +0 +[\\d.]+ +4\\.5 +4\\.5 +4\\.5 +4\\.5 ")
                    .containsPattern("lexical +\\d+ +0 .* \\d+\\.\\d\\d +-\n")
                    .containsPattern("hybrid +\\d+ +0 .* \\d+\\.\\d\\d +-\n")
                    .containsPattern("lexical: 0 of \\d+ failed")
                    .containsPattern("hybrid: 0 of \\d+ degraded");
        }
    }

    @Test
    void asksAsAServiceWithVectorsThatTheirModelIsNamedFor() throws IOException {
        Files.writeString(folder.resolve("own.txt"), "first\n\n{\"query\": \"second\"}\nfirst\n");
        try (var suite = new ServerOnLoopback(SearchMeasurementTest::answer)) {
            var typed = measure(suite, "--translation", "BST", "--queries", folder + "/own.txt");

            assertThat(typed.out()).contains("BST with 380 verses, 2 questions, 8 callers");
            var tokens = new CallerTokens(data.keys().callerKey(), "test", Clock.systemUTC());
            assertThat(suite.asked)
                    .allSatisfy(
                            asked ->
                                    assertThat(tokens.verify(asked.headers().get("X-berea-caller")))
                                            .map(Caller::isService)
                                            .contains(true));
            assertThat(searches(suite))
                    .anyMatch(body -> body.contains("\"vector\":null"))
                    .anyMatch(body -> body.contains("{\"model\":\"small@1\",\"values\":[0.6,0.8]}"))
                    .allMatch(body -> body.contains("\"translations\":[\"BST\"]"))
                    .allMatch(body -> body.contains("first") || body.contains("second"));
        }
    }

    @Test
    void embedsNoTextTwiceInARow() throws IOException {
        try (var suite = new ServerOnLoopback(SearchMeasurementTest::answer)) {
            measure(suite);

            var timed =
                    suite.asked.stream()
                            .filter(asked -> asked.path().equals("/ai/embeddings"))
                            .limit(218)
                            .map(Asked::body)
                            .toList();
            assertThat(timed).doesNotHaveDuplicates();
        }
    }

    @Test
    void namesWeaviateWhenItRunsAndCountsItsCostBesideTheServices() throws IOException {
        record("weaviate");
        try (var suite = new ServerOnLoopback(SearchMeasurementTest::answer)) {
            var typed = measure(suite);

            assertThat(typed.out())
                    .startsWith("Weaviate, ")
                    .containsPattern("hybrid +\\d+ +0 .* - +\\d+\\.\\d\\d\n");
        }
    }

    @Test
    void countsFailuresAndStepsDown() throws IOException {
        var number = new AtomicInteger();
        try (var suite =
                new ServerOnLoopback(
                        asked ->
                                asked.path().equals("/internal/search")
                                        ? everyOther(number.getAndIncrement())
                                        : answer(asked))) {
            var typed = measure(suite);

            assertThat(typed.code()).isZero();
            assertThat(typed.out())
                    .containsPattern("hybrid: [1-9]\\d* of \\d+ failed\n  [1-9]\\d*: status 503\n")
                    .containsPattern("hybrid: ([1-9]\\d*) of \\1 degraded");
        }
    }

    @Test
    void failsWhenNoSearchWasAnswered() throws IOException {
        try (var suite =
                new ServerOnLoopback(
                        asked ->
                                asked.path().equals("/internal/search")
                                        ? new Answer(503, "{}")
                                        : answer(asked))) {
            assertThat(measure(suite).code()).isEqualTo(1);
        }
    }

    @Test
    void refusesATranslationThatIsNotLoaded() throws IOException {
        try (var suite = new ServerOnLoopback(SearchMeasurementTest::answer)) {
            var typed = measure(suite, "--translation", "XYZ");

            assertThat(typed.code()).isEqualTo(2);
            assertThat(typed.err())
                    .startsWith("--translation: 'XYZ' (expected: one of [BST, WEB])");
        }
    }

    @Test
    void saysThatNoSuiteRuns() {
        data.run().forgetSupervisor();

        var typed = Typed.measure("search", "--data", data.root().toString());

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("no suite runs with", "./berea up starts Berea");
    }

    private static Answer answer(Asked asked) {
        return switch (asked.path()) {
            case "/ai/translations" -> Answer.ok(TRANSLATIONS);
            case "/ai/embeddings" -> Answer.ok(EMBEDDING);
            case "/internal/search" -> Answer.ok(FOUND);
            default -> new Answer(404, "");
        };
    }

    private static Answer everyOther(int number) {
        return number % 2 == 0
                ? new Answer(503, "{}")
                : Answer.ok("{\"passages\":[],\"degraded\":[\"no-vectors\"]}");
    }

    private static List<String> searches(ServerOnLoopback suite) {
        return suite.asked.stream()
                .filter(asked -> asked.path().equals("/internal/search"))
                .map(Asked::body)
                .toList();
    }

    /** As if this JVM were that child of the suite. */
    private void record(String name) throws IOException {
        Files.write(
                data.root().resolve("run").resolve(name + ".json"),
                GatewayClient.JSON.writeValueAsBytes(RunRecord.ofThisProcess(name, 0)));
    }

    private Typed measure(ServerOnLoopback suite, String... options) throws IOException {
        var addresses = List.of(suite.address());
        Files.write(
                data.endpoints().file(),
                GatewayClient.JSON.writeValueAsBytes(
                        Map.of("search-service", addresses, "embedding-service", addresses)));
        var words = new ArrayList<>(List.of("search", "--seconds", "1"));
        words.addAll(List.of("--data", data.root().toString()));
        words.addAll(List.of(options));
        return Typed.measure(words.toArray(String[]::new));
    }
}
