package org.berea.benchmarks.search;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What one phase came to.
 *
 * @param times of good answers, in microseconds
 * @param failures how often each kind happened
 * @param degraded how many good answers told of a step down
 * @param took from the first request to the last answer
 * @param serviceTime processor time of the service itself
 * @param engineTime processor time of an engine in a process of its own
 */
record Measured(
        String name,
        Histogram times,
        Map<String, Integer> failures,
        int degraded,
        Duration took,
        Duration serviceTime,
        Duration engineTime) {
    long answered() {
        return times.getTotalCount();
    }

    int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }
}
