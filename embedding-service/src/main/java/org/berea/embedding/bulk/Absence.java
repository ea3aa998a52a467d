package org.berea.embedding.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long nobody waits for someone who failed: the longer, the oftener in a row. */
final class Absence {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Clock clock;
    private Duration next = FIRST;
    private Instant until = Instant.MIN;

    Absence(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean lasts() {
        return clock.instant().isBefore(until);
    }

    synchronized void prolong() {
        until = clock.instant().plus(next);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    synchronized void end() {
        until = Instant.MIN;
        next = FIRST;
    }
}
