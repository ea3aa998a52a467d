package org.berea.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what happens soon, but not for ever. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    public static void within(Duration limit, String what, Callable<Boolean> holds)
            throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        while (!holds.call() && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
        }
        assertThat(holds.call()).as(what).isTrue();
    }
}
