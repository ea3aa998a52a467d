package org.berea.benchmarks.faults.breaking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.berea.benchmarks.faults.planning.Fault;

/**
 * What was done, and what came of it.
 *
 * @param recovery until the part served again; empty when nothing had to recover, or it never did
 * @param alone whether nothing else was hurt meanwhile, so that the time is the part's own
 */
public record Injury(
        Fault fault, Instant at, Effect effect, Optional<Duration> recovery, boolean alone) {
    /** Whether it took place. */
    public enum Effect {
        DONE,
        /** No process came to the crash point in time, or Redis held events that must not go. */
        NOT_REACHED,
        /** Done, and the part did not serve again. */
        NEVER_RECOVERED
    }

    static Injury done(Fault fault, Instant at) {
        return new Injury(fault, at, Effect.DONE, Optional.empty(), true);
    }

    static Injury notReached(Fault fault, Instant at) {
        return new Injury(fault, at, Effect.NOT_REACHED, Optional.empty(), true);
    }

    /** Until when the part was not itself. */
    public Instant end() {
        return at.plus(recovery.orElse(Duration.ZERO));
    }
}
