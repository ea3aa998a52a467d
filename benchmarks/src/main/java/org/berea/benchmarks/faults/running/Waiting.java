package org.berea.benchmarks.faults.running;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what others do, but not for ever. */
public final class Waiting {
    private static final Duration POLL = Duration.ofMillis(200);

    private Waiting() {}

    /** Whether it came true within the limit. */
    public static boolean until(Duration limit, BooleanSupplier condition)
            throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }
}
