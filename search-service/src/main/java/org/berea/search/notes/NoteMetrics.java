package org.berea.search.notes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.function.Supplier;
import org.berea.chassis.metrics.Metric;
import org.berea.search.consuming.Unread;

/** What the notes show of themselves: counts of all owners together, never of one. */
final class NoteMetrics {
    private static final String CONSUMER = "search-notes";

    private final MeterRegistry meters;
    private final Timer searching;

    NoteMetrics(MeterRegistry meters, NoteStore store) {
        this.meters = meters;
        this.searching = Metric.STAGE_LATENCY.timer(meters, "stage", "notes");
        Metric.INDEXED_NOTES.gauge(meters, () -> store.counts().notes(), "kind", "text");
        Metric.INDEXED_NOTES.gauge(meters, () -> store.counts().embedded(), "kind", "vector");
    }

    void count(Outcome outcome) {
        count(outcome.label());
    }

    void count(Unread unread) {
        count(unread.label());
    }

    <T> T time(Supplier<T> search) {
        return Objects.requireNonNull(searching.record(search));
    }

    private void count(String outcome) {
        Metric.EVENTS_CONSUMED
                .counter(meters, "consumer", CONSUMER, "outcome", outcome)
                .increment();
    }
}
