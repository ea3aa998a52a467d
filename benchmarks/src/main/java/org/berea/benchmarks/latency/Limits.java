package org.berea.benchmarks.latency;

import java.time.Duration;

/**
 * How long one question may take.
 *
 * @param headers until the answer begins
 * @param silence between two lines of it
 * @param whole until its last line
 */
record Limits(Duration headers, Duration silence, Duration whole) {
    /** More than the suite allows itself: what it would still answer is waited for. */
    static final Limits USUAL =
            new Limits(Duration.ofSeconds(180), Duration.ofSeconds(60), Duration.ofSeconds(180));
}
