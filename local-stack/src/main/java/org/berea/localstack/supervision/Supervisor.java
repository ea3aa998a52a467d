package org.berea.localstack.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts programs, keeps them running, and stops them stage by stage. */
public final class Supervisor implements AutoCloseable {
    private static final Duration LOG_CHECK = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 50;

    private final RunFolder run;
    private final Consumer<String> progress;
    private final List<Child> children = new ArrayList<>();
    private boolean closed;

    /**
     * @param progress gets a line for each thing worth telling
     */
    public Supervisor(RunFolder run, Consumer<String> progress) {
        this.run = run;
        this.progress = progress;
        Thread.ofVirtual().name("log-bound").start(this::boundLogs);
    }

    /** Starts a program and keeps it running; does nothing once this was closed. */
    public synchronized void start(Program program) {
        if (closed) {
            return;
        }
        var child = new Child(program, run, progress);
        children.add(child);
        child.start();
    }

    /** All that were started. */
    public List<Program> programs() {
        return snapshot().stream().map(Child::program).toList();
    }

    /**
     * Waits until each of these programs, which were started before, has answered once; no longer
     * than the limit, and not for the others once one is hopeless.
     */
    public Readiness awaitReady(Collection<Program> awaited, Duration limit)
            throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        List<Child> left = new ArrayList<>(snapshot());
        left.removeIf(child -> !awaited.contains(child.program()));
        while (!left.isEmpty()) {
            for (Child child : left) {
                if (child.isHopeless()) {
                    Program program = child.program();
                    return new Readiness.Hopeless(program, LastWords.of(program.log()));
                }
            }
            left.removeIf(Child::isReady);
            if (!left.isEmpty() && Instant.now().isAfter(end)) {
                return new Readiness.Late(left.getFirst().program());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return new Readiness.Ready();
    }

    /** Stops the programs, the highest stage first. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        Together.byStage(snapshot(), child -> child.program().stage(), Child::stop);
    }

    private synchronized List<Child> snapshot() {
        return List.copyOf(children);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void boundLogs() {
        try {
            while (!isClosed()) {
                TimeUnit.MILLISECONDS.sleep(LOG_CHECK.toMillis());
                snapshot().forEach(child -> BoundedLog.bound(child.program().log()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
