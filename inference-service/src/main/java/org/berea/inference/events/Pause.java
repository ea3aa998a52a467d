package org.berea.inference.events;

import java.time.Duration;

/** How long the relay waits while Kafka takes nothing: each time longer, up to a few seconds. */
final class Pause {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private Duration length = Duration.ZERO;
    private long began;

    synchronized boolean isOver() {
        return System.nanoTime() - began >= length.toNanos();
    }

    synchronized void none() {
        length = Duration.ZERO;
    }

    /** Begins the next; never true, as nothing goes on then. */
    synchronized boolean longer() {
        began = System.nanoTime();
        Duration doubled = length.isZero() ? FIRST : length.multipliedBy(2);
        length = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return false;
    }
}
