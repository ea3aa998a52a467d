package org.berea.inference;

import java.time.Duration;
import org.berea.inference.streaming.OpenAnswers;
import org.berea.inference.usage.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * What happens when the process is told to stop, after the time in which answers may come to their
 * end by themselves and before connections are closed: those still open end in an error, and how
 * they ended is recorded.
 */
@Component
final class Closing implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Closing.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final OpenAnswers open;
    private final Recorder recorder;
    private volatile boolean running;

    Closing(OpenAnswers open, Recorder recorder) {
        this.open = open;
        this.recorder = recorder;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.interrupt();
    }

    @Override
    public void stop(Runnable done) {
        stop();
        Flux.interval(PAUSE)
                .take(LIMIT)
                .takeUntil(_ -> recorder.openRecords() == 0)
                .doFinally(_ -> end(done))
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Between the waiting for open connections and their closing. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 1;
    }

    private void end(Runnable done) {
        if (recorder.openRecords() > 0) {
            log.error("{} answers end unrecorded", recorder.openRecords());
        }
        done.run();
    }
}
