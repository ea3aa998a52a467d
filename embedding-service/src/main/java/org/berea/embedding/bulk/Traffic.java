package org.berea.embedding.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether imports come in at this instance, or have come a moment ago. */
final class Traffic {
    private final Clock clock;
    private final Duration quiet;
    private Instant last;
    private int inHand;

    /**
     * @param quiet how long nothing must have come; the start counts as coming
     */
    Traffic(Clock clock, Duration quiet) {
        this.clock = clock;
        this.quiet = quiet;
        this.last = clock.instant();
    }

    void during(Runnable work) {
        change(1);
        try {
            work.run();
        } finally {
            change(-1);
        }
    }

    synchronized boolean areQuiet() {
        return inHand == 0 && !clock.instant().isBefore(last.plus(quiet));
    }

    private synchronized void change(int by) {
        inHand += by;
        last = clock.instant();
    }
}
