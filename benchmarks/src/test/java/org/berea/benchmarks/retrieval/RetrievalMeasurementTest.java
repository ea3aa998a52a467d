package org.berea.benchmarks.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.berea.benchmarks.ServerOnLoopback;
import org.berea.benchmarks.ServerOnLoopback.Answer;
import org.berea.benchmarks.ServerOnLoopback.Asked;
import org.berea.benchmarks.Typed;
import org.berea.localstack.commands.Home;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.stack.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class RetrievalMeasurementTest {
    private static final String TRANSLATIONS =
            """
            {"translations":[
              {"code":"BST","name":"Sample","language":"en","licence":"free","verses":380},
              {"code":"WEB","name":"World","language":"en","licence":"free","verses":38029}]}
            """;
    private static final String PROBLEM =
            """
            {"type":"https://berea.example/problems/rate-limited","title":"Too many requests",
             "status":429,"detail":"Wait.","retryable":true}
            """;

    @TempDir Path folder;
    private Path input = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void name() {
        input = folder.resolve("in.jsonl");
        output = folder.resolve("out.jsonl");
    }

    @Test
    void writesTheVersesOfEveryQuestionBestFirstAndEachOnce() throws IOException {
        Files.writeString(
                input,
                """
                {"id": "a", "query": "What works for good? 100 % & more", "other": 1}

                {"id": 7, "query": "nothing"}
                """);
        try (var gateway = new ServerOnLoopback(RetrievalMeasurementTest::answer)) {
            var typed = measure(gateway, "--callers", "1");

            assertThat(typed.code()).as(typed.err()).isZero();
            assertThat(output)
                    .hasContent(
                            """
                            {"id":"a","results":[["ROM",8,28],["ROM",8,29],["JHN",3,16]]}
                            {"id":7,"results":[]}
                            """);
            assertThat(typed.out())
                    .contains("2 questions, 1 at a time, translation WEB")
                    .contains("2 of 2 questions answered", "  1 of 2 found no verse");
            assertThat(searches(gateway).getFirst().query())
                    .containsEntry("q", "What works for good? 100 % & more")
                    .containsEntry("translation", "WEB")
                    .containsEntry("context", "0")
                    .containsEntry("limit", "100")
                    .hasSize(4);
        }
    }

    @Test
    void searchesTheTranslationThatIsNamed() throws IOException {
        Files.writeString(input, "{\"id\": 1, \"query\": \"nothing\"}");
        try (var gateway = new ServerOnLoopback(RetrievalMeasurementTest::answer)) {
            measure(gateway, "--translation", "KJV,ASV");

            assertThat(searches(gateway))
                    .isNotEmpty()
                    .allMatch(asked -> asked.query().containsValue("KJV,ASV"));
        }
    }

    @Test
    void asksAgainWhatWasRefusedForAWhileOrDegraded() throws IOException {
        Files.writeString(input, "{\"id\": 1, \"query\": \"good\"}");
        var number = new AtomicInteger();
        try (var gateway =
                new ServerOnLoopback(
                        asked ->
                                switch (number.getAndIncrement()) {
                                    case 0 -> new Answer(429, PROBLEM);
                                    case 1 -> Answer.ok(found("no-embedding"));
                                    default -> answer(asked);
                                })) {
            var typed = measure(gateway, "--translation", "WEB");

            assertThat(typed.code()).as(typed.out()).isZero();
            assertThat(typed.out())
                    .contains("1 of 1 questions answered")
                    .doesNotContain("degraded");
        }
    }

    @Test
    void tellsOfWhatStayedDegraded() throws IOException {
        Files.writeString(input, "{\"id\": 1, \"query\": \"good\"}");
        try (var gateway = new ServerOnLoopback(_ -> Answer.ok(found("no-vectors")))) {
            var typed = measure(gateway, "--translation", "WEB");

            assertThat(typed.code()).isZero();
            assertThat(typed.out()).contains("  1 of 1 degraded: no-vectors");
        }
    }

    @Test
    void leavesOutWhatWasNotAnsweredAndFails() throws IOException {
        Files.writeString(
                input,
                """
                {"id": "a", "query": "broken"}
                {"id": "b", "query": "good"}
                {"id": "c", "query": "bad"}
                """);
        try (var gateway =
                new ServerOnLoopback(
                        asked ->
                                switch (asked.query().getOrDefault("q", "")) {
                                    case "broken" -> Answer.ok("{\"passages\":[{}]}");
                                    case "bad" ->
                                            new Answer(
                                                    400,
                                                    PROBLEM.replace("Too many requests", "Bad"));
                                    default -> answer(asked);
                                })) {
            var typed = measure(gateway);

            assertThat(typed.code()).isEqualTo(1);
            assertThat(output)
                    .hasContent(
                            "{\"id\":\"b\",\"results\":[[\"ROM\",8,28],[\"ROM\",8,29],[\"JHN\",3,16]]}");
            assertThat(typed.out())
                    .contains(
                            "1 of 3 questions answered",
                            "  1 of 3 failed: unreadable answer",
                            "  1 of 3 failed: 400 Bad: Wait.");
        }
    }

    @Test
    void failsWhenNothingAnswers() throws IOException {
        Files.writeString(input, "{\"id\": 1, \"query\": \"good\"}");

        var typed = measure(FreePorts.next());

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("nothing answers on");
        assertThat(output).doesNotExist();
    }

    @Test
    void namesEveryBadLineAndAsksNothing() throws IOException {
        Files.writeString(
                input,
                """
                {"id": "a", "query": "good", "gold": [["ROM", 8, 28]]}
                {"id": "b"}
                {"id": "c", "query": " ", "gold": [["ROM", 8, 28]]}
                {"id": "d", "query": "good"}
                {"id": "e", "query": "good", "gold": [["ROM", "8", 28]]}
                {"id": "f", "query": "good", "verses": []}
                """);
        try (var gateway = new ServerOnLoopback(RetrievalMeasurementTest::answer)) {
            var typed = measure(gateway, "--relevant");

            assertThat(typed.code()).isEqualTo(2);
            assertThat(typed.err().lines())
                    .containsExactly(
                            "line 2: query: missing (expected: a text)",
                            "line 3: query: ' ' (expected: at least one visible character)",
                            "line 4: gold: missing (expected: verses such as [\"ROM\", 8, 28])",
                            "line 5: gold: '[\"ROM\",\"8\",28]' (expected: verses such as"
                                    + " [\"ROM\", 8, 28])",
                            "line 6: verses: empty (expected: verses such as [\"ROM\", 8, 28])");
            assertThat(gateway.asked).isEmpty();
            assertThat(output).doesNotExist();
        }
    }

    @Test
    void scoresByEvenAndOddLinesAndByKind() throws IOException {
        Files.writeString(
                input,
                """
                {"id": 1, "query": "good", "gold": [["ROM", 8, 28]], "source": "question"}
                {"id": 2, "query": "good", "gold": [["JHN", 3, 16], ["GEN", 1, 1]], "source": "topic"}
                {"id": 3, "query": "nothing", "verses": [["GEN", 1, 1]], "source": "topic"}
                """);
        try (var gateway = new ServerOnLoopback(RetrievalMeasurementTest::answer)) {
            var typed = measure(gateway, "--relevant");

            assertThat(typed.code()).as(typed.err()).isZero();
            assertThat(typed.out().lines().map(line -> line.replaceAll(" +", " ")))
                    .contains(
                            "all 3 0.5000 0.4355",
                            "even lines 1 0.5000 0.3066",
                            "odd lines 2 0.5000 0.5000",
                            "question 1 1.0000 1.0000",
                            "question, odd lines 1 1.0000 1.0000",
                            "topic 2 0.2500 0.1533");
        }
    }

    @Test
    void asksAsManyUsersSoThatNoBucketRunsDry() {
        var home = new Home(folder, new DataFolder(folder), true);
        var users = new Users(home);

        var perToken =
                IntStream.range(0, 400)
                        .mapToObj(_ -> users.next())
                        .collect(Collectors.groupingBy(token -> token, Collectors.counting()));

        assertThat(perToken.values()).containsExactlyInAnyOrder(150L, 150L, 100L);
    }

    private static Answer answer(Asked asked) {
        return switch (asked.path()) {
            case "/ai/translations" -> Answer.ok(TRANSLATIONS);
            case "/ai/search" ->
                    Answer.ok(
                            "nothing".equals(asked.query().get("q"))
                                    ? "{\"passages\":[],\"degraded\":[]}"
                                    : found());
            default -> new Answer(404, "");
        };
    }

    private static String found(String... degraded) {
        return """
        {"passages":[
          {"ref":"ROM.8.28-29","verses":[{"ref":"ROM.8.28-29","text":"…"}],"reason":"vector"},
          {"ref":"ROM.8.29","verses":[{"ref":"ROM.8.29","text":"…"}]},
          {"ref":"JHN.3.16","verses":[{"ref":"JHN.3.16","text":"…"}]}],
         "degraded":[%s]}
        """
                .formatted(
                        List.of(degraded).stream()
                                .map(label -> '"' + label + '"')
                                .collect(Collectors.joining(",")));
    }

    private static List<Asked> searches(ServerOnLoopback gateway) {
        return gateway.asked.stream().filter(asked -> asked.path().equals("/ai/search")).toList();
    }

    private Typed measure(ServerOnLoopback gateway, String... options) {
        return measure(gateway.port(), options);
    }

    private Typed measure(int port, String... options) {
        var words = new ArrayList<>(List.of("retrieval", "--port", Integer.toString(port)));
        words.addAll(List.of("--data", folder.resolve("data").toString()));
        words.addAll(List.of("--input", input.toString(), "--output", output.toString()));
        words.addAll(List.of(options));
        return Typed.measure(words.toArray(String[]::new));
    }
}
