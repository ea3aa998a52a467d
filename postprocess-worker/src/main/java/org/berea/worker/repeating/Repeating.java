package org.berea.worker.repeating;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind of work, done again a while after it was done. A run that fails is followed by the next;
 * one that waits for a server holds up no other kind of work.
 */
public final class Repeating implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Repeating.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final Thread thread;
    private boolean failing;

    private Repeating(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::repeat);
    }

    /**
     * Begins at once.
     *
     * @param pause from the end of a run to the beginning of the next
     */
    public static Repeating start(String name, Duration pause, Runnable work) {
        var repeating = new Repeating(name, pause, work);
        repeating.thread.start();
        return repeating;
    }

    /** Ends it, in the middle of a run if need be. */
    @Override
    public void close() {
        thread.interrupt();
    }

    private void repeat() {
        try {
            while (true) {
                runOnce();
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            log.debug("{} ends", name);
        }
    }

    /** Tells only the first of several failures in a row. */
    private void runOnce() {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("{} waits: {}", name, e.toString());
            }
            failing = true;
        }
    }
}
