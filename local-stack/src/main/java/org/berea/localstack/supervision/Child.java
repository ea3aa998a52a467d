package org.berea.localstack.supervision;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.berea.localstack.process.OwnSession;
import org.jspecify.annotations.Nullable;

/** One program that is started again whenever it dies, until it is told to stop. */
final class Child {
    private static final long POLL_MILLIS = 100;
    private static final int SIGNALLED = 128;
    private static final Duration HOPE = Duration.ofSeconds(10);
    private static final File NOTHING = new File("/dev/null");

    private final Program program;
    private final RunFolder run;
    private final Consumer<String> progress;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Failures failures = new Failures(HOPE);
    private volatile boolean ready;
    private volatile boolean hopeless;
    private @Nullable Process process;

    Child(Program program, RunFolder run, Consumer<String> progress) {
        this.program = program;
        this.run = run;
        this.progress = progress;
    }

    Program program() {
        return program;
    }

    void start() {
        Thread.ofVirtual().name(program.name()).start(this::keepRunning);
    }

    /** Whether it has served at least once. */
    boolean isReady() {
        return ready;
    }

    /** Whether it never served, ended by itself each time, and is not started any more. */
    boolean isHopeless() {
        return hopeless;
    }

    /** Asks it to end, waits, kills it if it must. */
    void stop() {
        Process running;
        synchronized (this) {
            stopping.countDown();
            running = process;
        }
        if (running != null) {
            if (!program.stop().end(running.toHandle(), program.stopLimit())) {
                progress.accept(
                        "%s did not end within %d s and was killed"
                                .formatted(program.name(), program.stopLimit().toSeconds()));
            }
            run.forget(program.name());
        }
    }

    private void keepRunning() {
        Instant first = Instant.now();
        try {
            while (!isStopping() && !hopeless) {
                Instant began = Instant.now();
                End end = runOnce(began);
                hopeless = !ready && end.byItself() && failures.add(since(first));
                if (!isStopping()) {
                    goOnAfter(end, since(began));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void goOnAfter(End end, Duration length) throws InterruptedException {
        if (hopeless) {
            progress.accept(
                    "%s %s again and is given up (log: %s)"
                            .formatted(program.name(), end.words(), program.log()));
            return;
        }
        Duration pause = backoff.after(length);
        progress.accept(
                "%s %s; it starts again in %.1f s (log: %s)"
                        .formatted(
                                program.name(),
                                end.words(),
                                pause.toMillis() / 1000.0,
                                program.log()));
        boolean _ = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private End runOnce(Instant began) throws InterruptedException {
        try {
            Process running = launch();
            if (running == null) {
                return new End("is not wanted any more", false);
            }
            awaitAnswer(running, began);
            return End.of(running.waitFor());
        } catch (IOException | RuntimeException e) {
            return new End("cannot be started: " + e.getMessage(), true);
        }
    }

    // Under the same lock as stop(), so that nothing starts after it.
    private synchronized @Nullable Process launch() throws IOException {
        if (isStopping()) {
            return null;
        }
        program.beforeStart().run();
        var builder =
                new ProcessBuilder(OwnSession.of(program.command()))
                        .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
        builder.environment().keySet().removeAll(program.withheld());
        builder.environment().putAll(program.environment());
        Process started = builder.start();
        process = started;
        run.enter(
                RunRecord.of(
                        program.name(),
                        started.toHandle(),
                        program.command(),
                        program.stage(),
                        program.stop()));
        return started;
    }

    private void awaitAnswer(Process running, Instant began) throws InterruptedException {
        while (running.isAlive() && !isStopping()) {
            if (program.answers().getAsBoolean()) {
                double seconds = since(began).toMillis() / 1000.0;
                progress.accept("%-24s ready after %.1f s".formatted(program.name(), seconds));
                ready = true;
                return;
            }
            boolean _ = stopping.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private static Duration since(Instant begin) {
        return Duration.between(begin, Instant.now());
    }

    /**
     * How one run ended.
     *
     * @param words follow the program's name
     * @param byItself whether nobody killed it
     */
    private record End(String words, boolean byItself) {
        static End of(int exitCode) {
            boolean killed = exitCode > SIGNALLED;
            return new End(
                    killed
                            ? "was killed by signal " + (exitCode - SIGNALLED)
                            : "ended with exit code " + exitCode,
                    !killed);
        }
    }
}
