package org.berea.worker.sweeping;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.Heartbeat;
import org.berea.worker.database.Alone;
import org.berea.worker.database.DatabaseReady;
import org.berea.worker.ledger.OpenRows;
import org.berea.worker.repeating.Repeating;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes the open rows of processes whose heartbeat lapsed. Nobody else does; and it does not while
 * Redis is away or may have lost something, because then nobody can tell who lives.
 */
@Component
final class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 200;

    private final OpenRows rows;
    private final Witness witness;
    private final Heartbeats heartbeats;
    private final HeldGrants grants;
    private final Alone alone;
    private final SweepSettings settings;
    private final MeterRegistry meters;
    private volatile double oldestOpen;
    private volatile @Nullable Repeating running;

    Sweep(
            OpenRows rows,
            Witness witness,
            Heartbeats heartbeats,
            HeldGrants grants,
            Alone alone,
            SweepSettings settings,
            MeterRegistry meters) {
        this.rows = rows;
        this.witness = witness;
        this.heartbeats = heartbeats;
        this.grants = grants;
        this.alone = alone;
        this.settings = settings;
        this.meters = meters;
        Metric.LEDGER_OLDEST_OPEN.gauge(meters, () -> oldestOpen);
        aborted(true);
        aborted(false);
    }

    @EventListener(DatabaseReady.class)
    void start() {
        running = Repeating.start("sweep", settings.pause(), this::sweep);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        Repeating present = running;
        if (present != null) {
            present.close();
        }
    }

    private void sweep() {
        oldestOpen = rows.oldestSeconds();
        alone.run("sweep", this::closeWhatWasLeft);
    }

    private int closeWhatWasLeft() {
        return switch (witness.hear()) {
            case Testimony.TooYoung _ -> 0;
            case Testimony.Sound sound -> closeWhatWasLeft(sound);
        };
    }

    private int closeWhatWasLeft(Testimony.Sound sound) {
        List<String> lapsed = heartbeats.lapsed(rows.instances(Heartbeat.LAPSE));
        int closed = 0;
        for (String instance : lapsed) {
            closed += close(closings(instance, sound), sound);
        }
        return closed;
    }

    private List<Closing> closings(String instance, Testimony.Sound sound) {
        var closings = new ArrayList<Closing>();
        rows.of(instance, Heartbeat.LAPSE, BATCH)
                .forEach(row -> closings.add(Closing.of(row, grants, sound.wholeSince())));
        return closings;
    }

    /** Only if Redis was all the time as it was when the heartbeats were read. */
    private int close(List<Closing> closings, Testimony.Sound sound) {
        return witness.hear().equals(sound)
                ? (int) closings.stream().filter(this::close).count()
                : 0;
    }

    private boolean close(Closing closing) {
        boolean closed = rows.abort(closing.row(), closing.tokens(), closing.micros());
        if (closed) {
            aborted(closing.held()).increment();
            log.warn("{} was left open, closed as aborted", closing.row().completionId());
        }
        return closed;
    }

    private Counter aborted(boolean held) {
        return Metric.LEDGER_ABORTED.counter(meters, "amount", held ? "held" : "ceiling");
    }
}
