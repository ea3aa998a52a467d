package org.berea.search.consuming;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a store knows what there was to know when the service started. Until then it is better
 * not asked; but it does not wait for ever, neither for Kafka nor for a long way to go, because an
 * older state serves better than none. Once ready it stays so.
 */
public final class CatchUp {
    private final Clock clock;
    private final Instant contactUntil;
    private final Instant readUntil;
    private @Nullable Map<Integer, Long> goal;
    private Map<Integer, Long> furthest = Map.of();
    private boolean ready;

    /**
     * @param contact how long to wait for Kafka
     * @param reading how long to wait for the store to have read everything
     */
    public CatchUp(Clock clock, Duration contact, Duration reading) {
        this.clock = clock;
        this.contactUntil = clock.instant().plus(contact);
        this.readUntil = clock.instant().plus(reading);
    }

    /** Kafka answered: where the topic's partitions end now, and how far the store has read. */
    synchronized void begin(Map<Integer, Long> ends, Map<Integer, Long> offsets) {
        if (goal == null) {
            goal = Map.copyOf(ends);
        }
        reached(offsets);
    }

    /** The store has read so far. */
    public synchronized void reached(Map<Integer, Long> offsets) {
        furthest = Map.copyOf(offsets);
        ready |= goal != null && isReached(goal, offsets);
    }

    /** How far the store had read when that was last known. */
    synchronized Map<Integer, Long> furthest() {
        return furthest;
    }

    synchronized boolean isReady() {
        ready |= !clock.instant().isBefore(goal == null ? contactUntil : readUntil);
        return ready;
    }

    /** For people, while it is not ready. */
    synchronized String waitsFor() {
        return goal == null ? "Kafka" : "the events up to " + goal;
    }

    private static boolean isReached(Map<Integer, Long> goal, Map<Integer, Long> offsets) {
        return goal.entrySet().stream()
                .allMatch(end -> offsets.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
