package org.berea.benchmarks.search;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long answers took and what went wrong; many callers may add to it. */
final class Times {
    private static final int DIGITS = 3;

    private final Histogram answers = new Histogram(DIGITS);
    private final Map<String, Integer> failures = new TreeMap<>();
    private int degraded;

    synchronized void answered(long nanos, boolean isDegraded) {
        answers.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
        degraded += isDegraded ? 1 : 0;
    }

    synchronized void failed(String kind) {
        failures.merge(kind, 1, Integer::sum);
    }

    /** Microseconds. */
    synchronized Histogram answers() {
        return answers.copy();
    }

    synchronized Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    synchronized int degraded() {
        return degraded;
    }
}
