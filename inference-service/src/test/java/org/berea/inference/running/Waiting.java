package org.berea.inference.running;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits, never for ever. */
public final class Waiting {
    private Waiting() {}

    /** Until it is so; an error when it is not after so long. */
    public static void until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so after " + limit);
            }
            aMoment();
        }
    }

    public static void aMoment() {
        try {
            Thread.sleep(Duration.ofMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
