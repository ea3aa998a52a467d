package org.berea.search.indexing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.berea.chassis.metrics.Metric;
import org.berea.search.consuming.Unread;
import org.berea.search.editions.Editions;
import org.berea.search.editions.Progress;

/** What indexing shows of itself. */
final class IndexingMetrics {
    private static final String CONSUMER = "search";

    private final MeterRegistry meters;
    private final MultiGauge verses;
    private final Timer indexing;

    IndexingMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.verses = MultiGauge.builder(Metric.INDEXED_VERSES.id()).register(meters);
        this.indexing = Metric.STAGE_LATENCY.timer(meters, "stage", "indexing");
    }

    void count(Outcome outcome) {
        count(outcome.label());
    }

    void count(Unread unread) {
        count(unread.label());
    }

    /** What names verses that the versification has not. */
    void leftOut(String kind, int count) {
        Metric.VERSES_LEFT_OUT.counter(meters, "kind", kind).increment(count);
    }

    void time(Runnable work) {
        indexing.record(work);
    }

    void show(Editions editions) {
        var rows = new ArrayList<Row<?>>();
        rows.addAll(rows(editions, "text", Progress::verses));
        rows.addAll(rows(editions, "vector", Progress::vectors));
        verses.register(rows, true);
    }

    private void count(String outcome) {
        Metric.EVENTS_CONSUMED
                .counter(meters, "consumer", CONSUMER, "outcome", outcome)
                .increment();
    }

    private static List<? extends Row<?>> rows(
            Editions editions, String kind, ToIntFunction<Progress> count) {
        var sums =
                editions.imports().stream()
                        .collect(groupingBy(each -> each.key().translation(), summingInt(count)));
        return sums.entrySet().stream()
                .map(
                        sum ->
                                Row.of(
                                        Tags.of("translation", sum.getKey(), "kind", kind),
                                        sum.getValue()))
                .toList();
    }
}
