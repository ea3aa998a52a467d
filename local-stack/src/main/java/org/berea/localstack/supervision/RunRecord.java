package org.berea.localstack.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.berea.localstack.process.Signal;

/**
 * A process that was started, written down so that a later run can find it.
 *
 * @param startedAt as the system tells it; with the id it tells this process from all others
 * @param port where it is reached, 0 when it is not
 */
public record RunRecord(
        String name,
        long pid,
        Instant startedAt,
        List<String> command,
        int stage,
        Signal stop,
        int port) {
    // The system's clock of process starts moves a little when the time of day is adjusted.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static RunRecord of(
            String name, ProcessHandle process, List<String> command, int stage, Signal stop) {
        return new RunRecord(name, process.pid(), start(process), command, stage, stop, 0);
    }

    /** The record of this JVM, which stops what it started when it gets a {@code TERM}. */
    public static RunRecord ofThisProcess(String name, int port) {
        var self = ProcessHandle.current();
        return new RunRecord(
                name, self.pid(), start(self), List.of(), Integer.MAX_VALUE, Signal.TERM, port);
    }

    /** The process, if it still runs and no other was given its number since. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    /** Asks it to end, if it still runs, and kills it when it has not after that long. */
    public void end(Duration limit) {
        process().ifPresent(process -> stop.end(process, limit));
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    private static Instant start(ProcessHandle process) {
        return process.info().startInstant().orElseGet(Instant::now);
    }
}
