package org.berea.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a command once this JVM is gone without having closed the leash, even after {@code kill -9}:
 * a small shell waits for a line on a pipe and sees its end when the kernel closes it.
 */
public final class Leash implements AutoCloseable {
    private static final String SCRIPT = "read -r line && exit 0; exec \"$@\"";
    private static final int LIMIT_SECONDS = 5;

    private final Process shell;

    private Leash(Process shell) {
        this.shell = shell;
    }

    /** The command's output is discarded. */
    public static Leash thenRun(List<String> command) {
        var waiting = Stream.concat(Stream.of("sh", "-c", SCRIPT, "leash"), command.stream());
        try {
            return new Leash(
                    new ProcessBuilder(OwnSession.of(waiting.toList()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start sh", e);
        }
    }

    /** Lets go: the command will not run. */
    @Override
    public void close() {
        try (var pipe = shell.getOutputStream()) {
            pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            shell.destroy();
        }
        try {
            if (!shell.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
