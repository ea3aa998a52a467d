package org.berea.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.berea.benchmarks.Typed;
import org.berea.localstack.commands.GatewayClient;
import org.berea.localstack.servers.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LatencyMeasurementTest {
    private static final String BEGINNING =
            """
            event: start
            id: 0
            data: {"id":"cmp_00000000000000000000000000000001","task":"definition"}

            event: sources
            id: 1
            data: {"passages":[],"degraded":["extractive","later-word"]}

            """;
    private static final String END =
            """
            : keep-alive

            event: usage
            data: {"promptTokens":5,"completionTokens":2,"cache":"exact","finishReason":"stop"}

            data: [DONE]

            """;
    private static final String TOKEN = "data: {\"token\":\"Love\"}\n\n";
    private static final String BODY =
            """
            {"id":"cmp_00000000000000000000000000000001","answer":"Love","degraded":[],
             "usage":{"promptTokens":5,"completionTokens":2,"cache":"miss","finishReason":"stop"}}
            """;
    private static final String QUOTA =
            """
            {"type":"https://berea.example/problems/rate-limited","title":"Too many requests",
             "status":429,"detail":"Wait.","retryable":true,"requestId":"%d"}
            """;

    @TempDir Path data;

    @Test
    void timesBothFormsInTheOrderOfWhatHappens() throws Exception {
        try (var gateway = new GatewayOnLoopback(LatencyMeasurementTest::answer)) {
            var typed = measure(gateway.port(), "--questions", "12", "--callers", "3");

            assertThat(typed.code()).as(typed.err()).isZero();
            assertThat(typed.out())
                    .contains(
                            "text/event-stream: 12 of 12 answered",
                            "  0 of 12 failed",
                            "  12 of 12 answers from the cache",
                            "  12 of 12 degraded: later-word",
                            "application/json: 12 of 12 answered",
                            "  0 of 12 answers from the cache");
            double event = p50(typed, "first event");
            double token = p50(typed, "first token");
            double done = p50(typed, "[DONE]");
            assertThat(token - event).isBetween(50.0, 5_000.0);
            assertThat(done - token).isBetween(90.0, 5_000.0);
            assertThat(p50(typed, "whole body")).isBetween(30.0, 5_000.0);
        }
    }

    @Test
    void asksNoQuestionTwiceSoThatNoCacheAnswers() throws Exception {
        try (var gateway = new GatewayOnLoopback(LatencyMeasurementTest::answer)) {
            measure(gateway.port(), "--questions", "30", "--callers", "10");

            assertThat(gateway.prompts).hasSize(60);
            assertThat(new HashSet<>(gateway.prompts)).hasSize(60);
            assertThat(gateway.authorizations).allMatch(header -> header.startsWith("Bearer ey"));
        }
    }

    @Test
    void asksTheGivenQuestionEveryTime() throws Exception {
        try (var gateway = new GatewayOnLoopback(LatencyMeasurementTest::answer)) {
            measure(gateway.port(), "--questions", "2", "--prompt", "What is love?");

            assertThat(gateway.prompts)
                    .hasSize(4)
                    .allMatch(prompt -> prompt.stringValue().equals("What is love?"));
        }
    }

    @Test
    void countsEveryFailureByItsKind() throws Exception {
        try (var gateway = new GatewayOnLoopback(LatencyMeasurementTest::answerEveryFourth)) {
            var typed = measure(gateway.port(), "--questions", "16", "--callers", "4");

            assertThat(typed.code()).as(typed.err()).isZero();
            assertThat(typed.out())
                    .contains(
                            "text/event-stream: 4 of 16 answered",
                            "  12 of 16 failed\n",
                            "  4 of 16 failed: 429 Too many requests",
                            "  4 of 16 failed: broke off before [DONE]",
                            "  4 of 16 failed: error event: The answer broke off",
                            "application/json: 4 of 16 answered",
                            "  8 of 16 failed: unreadable answer");
            assertThat(count(typed, "[DONE]")).isEqualTo(4);
        }
    }

    @Test
    void failsWhenNothingAnswersAndSaysSoForEveryQuestion() {
        var typed = measure(Integer.toString(FreePorts.next()), "--questions", "3");

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out())
                .contains("text/event-stream: 0 of 3 answered", "3 of 3 failed: nothing answers");
    }

    @Test
    void givesUpOnAStreamThatFallsSilentAndOnOneThatNeverEnds() throws Exception {
        var limits =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(3));
        try (var gateway = new GatewayOnLoopback(LatencyMeasurementTest::goOn)) {
            var client = new GatewayClient("http://localhost:" + gateway.port(), "Bearer x");
            var asker = new Asker(client, limits);

            var silent = asker.ask("first", Form.STREAM);
            var endless = asker.ask("second", Form.STREAM);

            assertThat(silent).isEqualTo(new Outcome.Failed("nothing came for 1 s; given up"));
            assertThat(endless).isEqualTo(new Outcome.Failed("no end within 3 s"));
        }
    }

    private static void answer(HttpExchange exchange, int number)
            throws IOException, InterruptedException {
        if (exchange.getRequestHeaders().getFirst("Accept").equals("application/json")) {
            GatewayOnLoopback.begin(exchange, 200, "application/json");
            Thread.sleep(30);
            GatewayOnLoopback.send(exchange, BODY);
            return;
        }
        GatewayOnLoopback.begin(exchange, 200, "text/event-stream");
        GatewayOnLoopback.send(exchange, BEGINNING);
        Thread.sleep(60);
        GatewayOnLoopback.send(exchange, TOKEN);
        Thread.sleep(100);
        GatewayOnLoopback.send(exchange, END);
    }

    private static void answerEveryFourth(HttpExchange exchange, int number)
            throws IOException, InterruptedException {
        switch (number % 4) {
            case 0 -> answer(exchange, number);
            case 1 -> {
                GatewayOnLoopback.begin(exchange, 429, "application/problem+json");
                GatewayOnLoopback.send(exchange, QUOTA.formatted(number));
            }
            case 2 -> {
                // More is promised than is sent: the connection is cut.
                exchange.sendResponseHeaders(200, 100_000);
                GatewayOnLoopback.send(exchange, BEGINNING + TOKEN);
            }
            default -> {
                GatewayOnLoopback.begin(exchange, 200, "text/event-stream");
                GatewayOnLoopback.send(exchange, BEGINNING + "event: error\ndata: ");
                GatewayOnLoopback.send(
                        exchange,
                        QUOTA.formatted(number)
                                        .replace("Too many requests", "The answer broke off")
                                        .replace("\n", "")
                                + "\n\n");
            }
        }
    }

    private static void goOn(HttpExchange exchange, int number)
            throws IOException, InterruptedException {
        GatewayOnLoopback.begin(exchange, 200, "text/event-stream");
        GatewayOnLoopback.send(exchange, BEGINNING);
        if (number == 0) {
            Thread.sleep(20_000);
        }
        for (int i = 0; i < 100; i++) {
            GatewayOnLoopback.send(exchange, TOKEN);
            Thread.sleep(200);
        }
    }

    private Typed measure(String port, String... options) {
        var words = new ArrayList<>(List.of("latency", "--port", port, "--data", data.toString()));
        words.addAll(List.of(options));
        return Typed.measure(words.toArray(String[]::new));
    }

    private static double p50(Typed typed, String moment) {
        return Double.parseDouble(cell(typed, moment, 2));
    }

    private static int count(Typed typed, String moment) {
        return Integer.parseInt(cell(typed, moment, 1));
    }

    private static String cell(Typed typed, String moment, int column) {
        var matcher =
                Pattern.compile(Pattern.quote(moment) + " +(\\d+) +([\\d.]+) ")
                        .matcher(typed.out());
        assertThat(matcher.find()).as(typed.out()).isTrue();
        return matcher.group(column);
    }
}
