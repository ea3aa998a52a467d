package org.berea.contracts;

import java.time.Duration;

/**
 * How a process that answers questions shows in Redis that it lives: a key of its own, set again
 * every {@link #PERIOD}, gone {@link #LAPSE} after the last time. What a process whose key is gone
 * had begun will not be ended by it.
 */
public final class Heartbeat {
    public static final Duration PERIOD = Duration.ofSeconds(3);
    public static final Duration LAPSE = Duration.ofSeconds(12);

    private Heartbeat() {}

    /**
     * @param instance unique to one process, never used again by the next
     */
    public static String key(String instance) {
        return "berea:instance:" + instance;
    }
}
