package org.berea.localstack.supervision;

import java.time.Duration;

/** How long to wait before a dead program is started again: 0.5 s, doubling to 10 s. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration STABLE = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /**
     * The pause after a run of this length; a run of a minute makes up for all failures before it.
     */
    Duration after(Duration run) {
        if (run.compareTo(STABLE) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return pause;
    }
}
