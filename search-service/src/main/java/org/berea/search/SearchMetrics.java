package org.berea.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
        for (String stage : List.of("querying", "recall", "reranking", "widening")) {
            timer(stage);
        }
        searches("hybrid");
        searches("lexical");
    }

    <T> T time(String stage, Supplier<T> work) {
        return Objects.requireNonNull(timer(stage).record(work));
    }

    void count(List<Degradation> degraded) {
        searches(degraded.isEmpty() ? "hybrid" : "lexical").increment();
    }

    private Timer timer(String stage) {
        return Metric.STAGE_LATENCY.timer(meters, "stage", stage);
    }

    private Counter searches(String legs) {
        return Metric.SEARCHES.counter(meters, "legs", legs);
    }
}
