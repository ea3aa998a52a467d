package org.berea.localstack.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReplayCommandTest {
    private static final String JSON = "application/json";
    private static final String PART =
            "{\"consumer\":\"audit\",\"waiting\":%d,\"mended\":%d,\"failed\":%d,\"reasons\":%s}";

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void replaysPartByPartUntilAllThatWaitedWasTried() throws Exception {
        try (var gateway =
                new GatewayScript()
                        .answering(200, JSON, PART.formatted(5, 3, 0, "[]"))
                        .answering(200, JSON, PART.formatted(2, 2, 0, "[]"))) {
            assertThat(run(gateway, "audit")).isZero();

            assertThat(text()).isEqualTo("audit: 5 mended, 0 failed again\n");
            assertThat(gateway.asked)
                    .extracting(GatewayScript.Asked::line)
                    .containsExactly(
                            "POST /admin/dead-letters/audit", "POST /admin/dead-letters/audit");
        }
    }

    @Test
    void triesNothingTwiceAndTellsWhatFailedAgain() throws Exception {
        try (var gateway =
                new GatewayScript()
                        .answering(200, JSON, PART.formatted(4, 1, 1, "[\"PSQLException 42P01\"]"))
                        .answering(
                                200, JSON, PART.formatted(3, 1, 1, "[\"PSQLException 42P01\"]"))) {
            assertThat(run(gateway, "audit")).isEqualTo(1);

            assertThat(text())
                    .isEqualTo("audit: 2 mended, 2 failed again\n  PSQLException 42P01\n");
        }
    }

    @Test
    void countsWhatWaitsWhenNoConsumerIsNamed() throws Exception {
        String waiting =
                """
                {"consumers":[{"consumer":"audit","waiting":0,"reasons":[]},\
                {"consumer":"history","waiting":2,"reasons":["PoisonEvent","PoisonEvent"]}]}\
                """;
        try (var gateway = new GatewayScript().answering(200, JSON, waiting)) {
            assertThat(run(gateway)).isZero();

            assertThat(text())
                    .isEqualTo("audit: 0 dead letters\nhistory: 2 dead letters\n  PoisonEvent\n");
        }
    }

    private int run(GatewayScript gateway, String... words) {
        var all =
                Stream.of(
                                Stream.of("replay"),
                                Stream.of(words),
                                Stream.of("--port", gateway.port(), "--data"),
                                Stream.of(folder.resolve("d").toString()))
                        .flatMap(part -> part);
        return new Commands(stream(), stream()).run(all.toList());
    }

    private PrintStream stream() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
