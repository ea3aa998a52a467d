package org.berea.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.berea.localstack.commands.Terminal;

/** What typing {@code ./berea measure} with those words came to. */
public record Typed(int code, String out, String err) {
    public static Typed measure(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = new Measurements(new Terminal(stream(out), stream(err))).run(List.of(words));
        return new Typed(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
