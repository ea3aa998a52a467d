package org.berea.benchmarks.latency;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What became of all questions in one form; many callers may add to it. */
final class Results {
    private static final int DIGITS = 3;

    private final Map<Moment, Histogram> times = new EnumMap<>(Moment.class);
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Map<String, Integer> degraded = new TreeMap<>();
    private int asked;
    private int answered;
    private int cached;

    synchronized void add(Outcome outcome) {
        asked++;
        switch (outcome) {
            case Outcome.Answered answer -> add(answer);
            case Outcome.Failed(String kind) -> failures.merge(kind, 1, Integer::sum);
        }
    }

    /** Microseconds. */
    synchronized Histogram times(Moment moment) {
        return times.computeIfAbsent(moment, _ -> new Histogram(DIGITS));
    }

    synchronized int asked() {
        return asked;
    }

    synchronized int answered() {
        return answered;
    }

    synchronized int cached() {
        return cached;
    }

    /** How often each kind of failure happened. */
    synchronized SortedMap<String, Integer> failures() {
        return new TreeMap<>(failures);
    }

    /** How many answers told of each step down. */
    synchronized SortedMap<String, Integer> degraded() {
        return new TreeMap<>(degraded);
    }

    private void add(Outcome.Answered answer) {
        answered++;
        cached += answer.fromCache() ? 1 : 0;
        answer.degraded().forEach(label -> degraded.merge(label, 1, Integer::sum));
        answer.times()
                .forEach(
                        (moment, time) ->
                                times(moment)
                                        .recordValue(
                                                TimeUnit.NANOSECONDS.toMicros(time.toNanos())));
    }
}
