package org.berea.worker.pruning;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.berea.chassis.metrics.Metric;
import org.berea.worker.database.Alone;
import org.berea.worker.database.DatabaseReady;
import org.berea.worker.repeating.Repeating;
import org.berea.worker.topics.TopicSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deletes old rows a few at a time, so that nobody waits for it. */
@Component
final class Pruning {
    private static final int BATCH = 1_000;

    private final List<Aging> tables;
    private final Retention retention;
    private final Alone alone;
    private final MeterRegistry meters;
    private volatile @Nullable Repeating running;

    Pruning(
            List<Aging> tables,
            Retention retention,
            TopicSettings topics,
            Alone alone,
            MeterRegistry meters) {
        retention.checkAgainst(topics);
        this.tables = tables;
        this.retention = retention;
        this.alone = alone;
        this.meters = meters;
        tables.forEach(this::pruned);
    }

    @EventListener(DatabaseReady.class)
    void start() {
        running = Repeating.start("pruning", retention.pause(), this::prune);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        Repeating present = running;
        if (present != null) {
            present.close();
        }
    }

    private void prune() {
        alone.run("pruning", () -> tables.stream().mapToInt(this::prune).sum());
    }

    private int prune(Aging table) {
        int all = 0;
        int deleted;
        do {
            deleted = table.prune(BATCH);
            all += deleted;
        } while (deleted == BATCH);
        pruned(table).increment(all);
        return all;
    }

    private Counter pruned(Aging table) {
        return Metric.RECORDS_PRUNED.counter(meters, "table", table.table());
    }
}
