package org.berea.benchmarks.latency;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What became of one question. */
sealed interface Outcome {
    /**
     * The answer came whole.
     *
     * @param times from just before the question was sent
     * @param fromCache whether the suite had the answer already
     * @param degraded the steps down that the answer tells of
     */
    record Answered(Map<Moment, Duration> times, boolean fromCache, List<String> degraded)
            implements Outcome {
        public Answered {
            times = Map.copyOf(times);
            degraded = List.copyOf(degraded);
        }
    }

    /**
     * No whole answer came.
     *
     * @param kind the same words for the same cause
     */
    record Failed(String kind) implements Outcome {}
}
