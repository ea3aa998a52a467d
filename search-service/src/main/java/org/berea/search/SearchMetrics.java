package org.berea.search;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.completion.Degradation;

/** What searching shows of itself. */
final class SearchMetrics {
    private final MeterRegistry meters;

    SearchMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> T time(String stage, Supplier<T> work) {
        var timer = Metric.STAGE_LATENCY.timer(meters, "stage", stage);
        return Objects.requireNonNull(timer.record(work));
    }

    void count(List<Degradation> degraded) {
        String legs = degraded.isEmpty() ? "hybrid" : "lexical";
        Metric.SEARCHES.counter(meters, "legs", legs).increment();
    }
}
