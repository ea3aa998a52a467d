package org.berea.benchmarks.latency;

import java.time.Duration;

/**
 * Runs since it was made.
 *
 * @param began a reading of {@link System#nanoTime()}
 */
record Stopwatch(long began) {
    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
