package org.berea.benchmarks.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.berea.benchmarks.ServerOnLoopback;
import org.berea.benchmarks.ServerOnLoopback.Answer;
import org.berea.benchmarks.ServerOnLoopback.Asked;
import org.berea.benchmarks.Typed;
import org.berea.localstack.commands.GatewayClient;
import org.berea.localstack.stack.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RankingTrainingTest {
    private static final String TRANSLATIONS =
            """
            {"translations":[
              {"code":"WEB","name":"World","language":"en","licence":"free","verses":38029}]}
            """;
    private static final String EMBEDDING =
            """
            {"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.6,0.8]}],
             "model":"small","version":"1","dimension":2,
             "usage":{"prompt_tokens":5,"total_tokens":5}}
            """;
    private static final String CANDIDATES =
            """
            {"kind":"%s","features":["words","meaning"],"candidates":[
              {"verse":"GEN.1.1","values":[9.0,0.1]},
              {"verse":"ROM.8.28-29","values":[2.0,0.9]},
              {"verse":"GEN.1.2","values":[3.0,0.2]}]}
            """;

    @TempDir Path folder;
    private Path input = Path.of("");
    private Path output = Path.of("");
    private DataFolder data = new DataFolder(Path.of(""));

    @BeforeEach
    void open() throws IOException {
        data = new DataFolder(folder.resolve("data"));
        data.run().enterSupervisor(1);
        input = folder.resolve("in.jsonl");
        output = folder.resolve("weights.tsv");
        Files.writeString(
                input,
                """
                {"id": 1, "query": "odd?", "gold": [["ROM", 8, 28]]}
                {"id": 2, "query": "even?", "gold": [["ROM", 8, 29]]}
                {"id": 3, "query": "odd", "gold": [["GEN", 1, 1]]}
                {"id": 4, "query": "even", "gold": [["GEN", 1, 1]]}
                """);
    }

    @Test
    void writesWeightsByKindLearnedFromEvenLinesAlone() throws IOException {
        try (var suite = new ServerOnLoopback(RankingTrainingTest::answer)) {
            var typed = train(suite);

            assertThat(typed.code()).as(typed.err()).isZero();
            List<String> rows = Files.readAllLines(output);
            assertThat(rows.subList(0, 3)).allMatch(row -> row.startsWith("# "));
            assertThat(rows)
                    .filteredOn(row -> row.startsWith("# question: "))
                    .singleElement()
                    .asString()
                    .contains("1 questions, penalty ", " by 5 folds, seed 1");
            assertThat(weight(rows, "question", "meaning")).isPositive();
            assertThat(weight(rows, "question", "words")).isNegative();
            assertThat(weight(rows, "topic", "words")).isPositive();
            assertThat(typed.out())
                    .contains("question: penalty ", "topic: penalty ")
                    .containsPattern("odd lines +2 +1.0000 +1.0000");
        }
    }

    @Test
    void asksWithVectorsAndByWordsAlone() throws IOException {
        try (var suite = new ServerOnLoopback(RankingTrainingTest::answer)) {
            train(suite);

            var asked =
                    suite.asked.stream()
                            .filter(each -> each.path().equals("/internal/candidates"))
                            .map(Asked::body)
                            .toList();
            assertThat(asked).hasSize(8).allMatch(body -> body.contains("[\"WEB\"]"));
            assertThat(asked.subList(0, 4)).allMatch(body -> body.contains("\"small@1\""));
            assertThat(asked.subList(4, 8)).allMatch(body -> body.contains("\"vector\":null"));
        }
    }

    @Test
    void refusesFeaturesThatChange() throws IOException {
        try (var suite =
                new ServerOnLoopback(
                        asked ->
                                asked.body().contains("even\"")
                                                && asked.path().equals("/internal/candidates")
                                        ? Answer.ok(
                                                CANDIDATES
                                                        .formatted("topic")
                                                        .replace("words", "letters"))
                                        : answer(asked))) {
            var typed = train(suite);

            assertThat(typed.code()).isEqualTo(1);
            assertThat(typed.err()).contains("the features changed");
            assertThat(output).doesNotExist();
        }
    }

    @Test
    void keepsTheKindsOfOtherRuns() throws IOException {
        Files.writeString(
                output,
                """
                # anything
                # question: learned long ago
                question\twords\t77
                # other: learned elsewhere
                other\twords\t1.5
                other\tlinks\t2
                """);
        try (var suite = new ServerOnLoopback(RankingTrainingTest::answer)) {
            train(suite);

            assertThat(output)
                    .content()
                    .contains("# other: learned elsewhere\nother\twords\t1.5\nother\tlinks\t2\n")
                    .contains("question-lexical\twords\t")
                    .doesNotContain("long ago", "77", "anything");
        }
    }

    @Test
    void needsAnswersToLearnFrom() throws IOException {
        Files.writeString(input, "{\"id\": 1, \"query\": \"odd?\"}");
        try (var suite = new ServerOnLoopback(RankingTrainingTest::answer)) {
            var typed = train(suite);

            assertThat(typed.code()).isEqualTo(2);
            assertThat(typed.err()).contains("line 1: gold: missing");
        }
    }

    private static Answer answer(Asked asked) {
        return switch (asked.path()) {
            case "/ai/translations" -> Answer.ok(TRANSLATIONS);
            case "/ai/embeddings" -> Answer.ok(EMBEDDING);
            case "/internal/candidates" -> Answer.ok(CANDIDATES.formatted(kind(asked.body())));
            default -> new Answer(404, "");
        };
    }

    private static String kind(String body) {
        String kind = body.contains("?") ? "question" : "topic";
        return body.contains("\"vector\":null") ? kind + "-lexical" : kind;
    }

    private static double weight(List<String> rows, String kind, String feature) {
        String start = kind + "\t" + feature + "\t";
        return rows.stream()
                .filter(row -> row.startsWith(start))
                .mapToDouble(row -> Double.parseDouble(row.substring(start.length())))
                .findFirst()
                .orElseThrow();
    }

    private Typed train(ServerOnLoopback suite) throws IOException {
        var addresses = List.of(suite.address());
        Files.write(
                data.endpoints().file(),
                GatewayClient.JSON.writeValueAsBytes(
                        Map.of("search-service", addresses, "embedding-service", addresses)));
        var words = new ArrayList<>(List.of("ranking", "--data", data.root().toString()));
        words.addAll(List.of("--input", input.toString(), "--output", output.toString()));
        return Typed.measure(words.toArray(String[]::new));
    }
}
