package org.berea.search.indexing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
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
        Arrays.stream(Outcome.values()).map(Outcome::label).forEach(this::consumed);
        Arrays.stream(Unread.values()).map(Unread::label).forEach(this::consumed);
        Stream.of("text", "vector", "reference").forEach(kind -> leftOut(kind, 0));
    }

    void count(Outcome outcome) {
        consumed(outcome.label()).increment();
    }

    void count(Unread unread) {
        consumed(unread.label()).increment();
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

    private Counter consumed(String outcome) {
        return Metric.EVENTS_CONSUMED.counter(meters, "consumer", CONSUMER, "outcome", outcome);
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
