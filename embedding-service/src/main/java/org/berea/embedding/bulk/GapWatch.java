package org.berea.embedding.bulk;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has gaps looked for again and again, on a thread of its own, while no import waits. */
final class GapWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GapWatch.class);

    private final GapFilling gaps;
    private final Traffic imports;
    private final Backlog backlog;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("gaps").factory());

    private GapWatch(GapFilling gaps, Traffic imports, Backlog backlog) {
        this.gaps = gaps;
        this.imports = imports;
        this.backlog = backlog;
    }

    static GapWatch start(GapFilling gaps, Traffic imports, Backlog backlog, Duration pause) {
        var watch = new GapWatch(gaps, imports, backlog);
        long millis = pause.toMillis();
        var _ =
                watch.thread.scheduleWithFixedDelay(
                        watch::look, millis, millis, TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        backlog.close();
    }

    // What is thrown here would end the watch.
    private void look() {
        try {
            if (imports.areQuiet() && backlog.isEmpty()) {
                gaps.look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("gaps were not looked for", e);
        }
    }
}
