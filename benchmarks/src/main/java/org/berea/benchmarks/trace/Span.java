package org.berea.benchmarks.trace;

import java.time.Duration;

/**
 * One step of a trace.
 *
 * @param service that it happened in
 * @param parent the id of the step it is part of, empty for the first
 * @param begin in nanoseconds since 1970
 * @param end in nanoseconds since 1970
 */
record Span(
        String trace,
        String id,
        String parent,
        String service,
        String name,
        long begin,
        long end,
        boolean failed) {
    Duration length() {
        return Duration.ofNanos(end - begin);
    }
}
