package org.berea.worker.topics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Creates the topics as soon as Kafka can be reached; until then the worker serves records. */
@Component
public final class TopicCreation {
    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaAdmin admin;
    private volatile @Nullable Thread keeper;
    private volatile boolean done;

    TopicCreation(KafkaAdmin admin) {
        this.admin = admin;
    }

    /** Whether they exist. Who publishes earlier makes the broker create a topic as it likes. */
    public boolean isDone() {
        return done;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        keeper = Thread.ofVirtual().name("topics").start(this::createUntilDone);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        Thread running = keeper;
        if (running != null) {
            running.interrupt();
        }
    }

    private void createUntilDone() {
        while (!created()) {
            log.warn("the topics cannot be created yet: Kafka is away");
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
        done = true;
    }

    private boolean created() {
        try {
            return admin.initialize();
        } catch (RuntimeException e) {
            log.warn("the topics are refused: {}", e.getMessage());
            return false;
        }
    }
}
