package org.berea.localstack.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.berea.localstack.servers.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CommandsTest {
    private static final String ANSWER =
            """
            event: start
            id: 0
            data: {"id":"cmp_00000000000000000000000000000001","task":"verse-lookup"}

            event: sources
            id: 1
            data: {"passages":[{"ref":"ROM.8.27-30","label":"Romans 8:27–30","translation":"BST",\
            "verses":[{"ref":"ROM.8.27","text":"He who searches hearts"},{"ref":"ROM.8.28","text":"All things"},\
            {"ref":"ROM.8.29-30","text":"Those he called"}],\
            "score":0.8,"reason":"reference","later":1}],"degraded":["extractive"]}

            : keep-alive

            id: 3
            data: {"token":"All things \\u001b[31mwork"}

            id: 4
            data: {"token":" together."}

            event: notice
            data: {"code":"extractive","detail":"No model is set up."}

            event: unheard-of
            data: {}

            """;
    private static final String DONE = "data: [DONE]\n\n";
    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsATokenAloneOnItsLine() throws Exception {
        assertThat(run("token", "--user", "bob", "--tier", "plus", "--admin", "--ttl", "2h"))
                .isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).matches("[\\w.-]+\\R");
        var claims =
                SignedJWT.parse(out.toString(StandardCharsets.UTF_8).strip()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("bob");
        assertThat(claims.getStringClaim("tier")).isEqualTo("plus");
        assertThat(claims.getStringClaim("scope").split(" "))
                .containsExactlyInAnyOrder("quota:admin", "corpus:admin");
    }

    @Test
    void printsALinkThatKeepsTheTokenBehindItsHash() {
        assertThat(run("token", "--link", "--port", "8123")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("http://localhost:8123/#token=[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
    }

    @Test
    void refusesATierThatIsNotSold() {
        assertThat(run("token", "--tier", "gold")).isEqualTo(2);

        assertThat(text(err)).contains("--tier: 'gold' (expected: free, plus or pro)");
    }

    @Test
    void showsAnAnswerWithItsNoticesAndSourcesAndWithoutEscapeSequences() throws Exception {
        try (var gateway = new GatewayScript().answering(200, "text/event-stream", ANSWER + DONE)) {
            assertThat(run("ask", "Why?", "--port", gateway.port())).isZero();

            assertThat(text(out))
                    .isEqualTo(
                            """
                            All things [31mwork together.

                            Note: No model is set up.
                            Degraded: extractive

                            Sources
                              Romans 8:27–30 (BST)
                                27 He who searches hearts
                                28 All things
                                29-30 Those he called
                            """);
            assertThat(gateway.asked.getFirst().accept()).isEqualTo("text/event-stream");
            assertThat(gateway.asked.getFirst().authorization()).startsWith("Bearer ey");
            assertThat(gateway.asked.getFirst().body())
                    .asString()
                    .isEqualTo("{\"prompt\":\"Why?\"}");
        }
    }

    @Test
    void failsWhenAnAnswerEndsWithoutItsEndMark() throws Exception {
        try (var gateway = new GatewayScript().answering(200, "text/event-stream", ANSWER)) {
            assertThat(run("ask", "Why?", "--port", gateway.port())).isEqualTo(1);

            assertThat(text(err)).contains("the answer broke off");
        }
    }

    @Test
    void tellsAProblemInWords() throws Exception {
        String problem =
                """
                {"type":"urn:berea:problem:quota-exhausted","title":"The daily token quota is used up",\
                "status":429,"detail":"1000 of 1000 tokens","retryable":true,"resetAt":"2026-11-25T00:00:00Z",\
                "requestId":"abc"}\
                """;
        try (var gateway =
                new GatewayScript()
                        .answering(429, "application/problem+json", problem)
                        .answering(
                                200,
                                "text/event-stream",
                                "event: error\ndata: " + problem + "\n\n")) {
            assertThat(run("ask", "Why?", "--port", gateway.port())).isEqualTo(1);
            assertThat(run("ask", "Why?", "--port", gateway.port())).isEqualTo(1);
        }

        assertThat(text(err).lines())
                .hasSize(2)
                .containsOnly(
                        "Error: The daily token quota is used up: 1000 of 1000 tokens"
                                + " (again from 2026-11-25T00:00:00Z) [request abc]");
    }

    @Test
    void printsOneJsonBodyWhenAsked() throws Exception {
        try (var gateway =
                new GatewayScript().answering(200, "application/json", "{\"answer\":1}")) {
            assertThat(run("ask", "--json", "Why?", "--port", gateway.port())).isZero();

            assertThat(text(out)).isEqualTo("{\"answer\":1}\n");
            assertThat(gateway.asked.getFirst().accept()).isEqualTo("application/json");
        }
    }

    @Test
    void saysHowToStartBereaWhenNothingAnswers() {
        assertThat(run("ask", "Why?", "--port", Integer.toString(FreePorts.next()))).isEqualTo(1);

        assertThat(text(err)).contains("./berea up starts Berea");
    }

    @Test
    void saysThatNothingRunsWhenThereIsNothingToStop() {
        assertThat(run("down")).isZero();

        assertThat(text(out)).contains("Berea does not run here.");
    }

    @Test
    void refusesAnUnknownCommand() {
        assertThat(new Commands(stream(out), stream(err)).run(List.of("fly"))).isEqualTo(2);

        assertThat(text(err)).contains("'fly' is no command");
    }

    private int run(String... words) {
        var all =
                Stream.concat(
                        Stream.of(words), Stream.of("--data", folder.resolve("d").toString()));
        return new Commands(stream(out), stream(err)).run(all.toList());
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
