package org.berea.localstack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.berea.localstack.process.Leash;
import org.berea.localstack.process.OwnSession;
import org.berea.localstack.process.Signal;

/** A server that runs as a child of this JVM and ends with it, however that ends. */
final class ServerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 20;

    private final Process process;
    private final Path log;
    private final Signal stop;
    private final Leash leash;

    private ServerProcess(Process process, Path log, Signal stop) {
        this.process = process;
        this.log = log;
        this.stop = stop;
        this.leash =
                Leash.thenRun(List.of("kill", "-" + stop.name(), Long.toString(process.pid())));
    }

    /**
     * Starts the command and waits until it answers.
     *
     * @throws ServerFailedException when it ends before, or does not answer within a minute
     */
    static ServerProcess start(
            List<String> command, Path log, Signal stop, BooleanSupplier answers) {
        return start(command, Map.of(), log, stop, answers);
    }

    /**
     * The same with additions to the environment.
     *
     * @throws ServerFailedException when it ends before, or does not answer within a minute
     */
    static ServerProcess start(
            List<String> command,
            Map<String, String> environment,
            Path log,
            Signal stop,
            BooleanSupplier answers) {
        try {
            var builder =
                    new ProcessBuilder(OwnSession.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var server = new ServerProcess(builder.start(), log, stop);
            server.await(answers);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.getFirst(), e);
        }
    }

    private void await(BooleanSupplier answers) throws IOException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!answers.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                close();
                throw new ServerFailedException(
                        "the server does not answer; its log " + log + " ends with:\n" + tail());
            }
            pause();
        }
    }

    private String tail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("interrupted while a server started", e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        stop.end(process.toHandle(), STOP_LIMIT);
        leash.close();
    }
}
