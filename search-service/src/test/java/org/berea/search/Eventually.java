package org.berea.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what happens soon, but not for ever. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private Eventually() {}

    public static void holds(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call() && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
        }
        assertThat(condition.call()).as(what).isTrue();
    }
}
