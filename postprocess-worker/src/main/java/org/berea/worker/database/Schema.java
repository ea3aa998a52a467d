package org.berea.worker.database;

import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Migrates the tables as soon as the database can be reached.
 *
 * <p>The process stays alive meanwhile and is only not ready: it comes up by itself, whichever of
 * the two was started first.
 */
@Component
public final class Schema {
    private static final Logger log = LoggerFactory.getLogger(Schema.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final Flyway flyway;
    private final ApplicationEventPublisher events;
    private volatile boolean ready;
    private volatile @Nullable Thread keeper;

    Schema(Flyway flyway, ApplicationEventPublisher events) {
        this.flyway = flyway;
        this.events = events;
    }

    /** Whether all tables exist; once true it stays true. */
    public boolean isReady() {
        return ready;
    }

    @EventListener(ApplicationReadyEvent.class)
    void bringUp() {
        keeper = Thread.ofVirtual().name("schema").start(this::migrateUntilDone);
    }

    @EventListener(ContextClosedEvent.class)
    void giveUp() {
        Thread running = keeper;
        if (running != null) {
            running.interrupt();
        }
    }

    private void migrateUntilDone() {
        Duration pause = FIRST_PAUSE;
        while (!migrated()) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
        ready = true;
        events.publishEvent(new DatabaseReady());
    }

    private boolean migrated() {
        try {
            flyway.migrate();
            return true;
        } catch (RuntimeException e) {
            log.warn("the tables cannot be brought up to date yet: {}", rootOf(e));
            return false;
        }
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        for (Throwable next = root.getCause(); next != null; next = root.getCause()) {
            root = next;
        }
        return String.valueOf(root.getMessage());
    }
}
