package org.berea.search.indexing;

import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/**
 * Starts the listener apart from the service: a Kafka that is away may not even have an address,
 * and the service searches without it.
 */
final class ListenerStart implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ListenerStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final KafkaListenerEndpointRegistry listeners;
    private @Nullable Thread starting;

    ListenerStart(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public synchronized void start() {
        starting = Thread.ofVirtual().name("start-of-listener").start(this::startListener);
    }

    @Override
    public synchronized void stop() {
        if (starting != null) {
            starting.interrupt();
            starting = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return starting != null;
    }

    private void startListener() {
        var container = Objects.requireNonNull(listeners.getListenerContainer(PassageListener.ID));
        while (!Thread.currentThread().isInterrupted()) {
            try {
                container.start();
                return;
            } catch (KafkaException | org.springframework.kafka.KafkaException e) {
                log.warn("Kafka is away, next try in {} s", PAUSE.toSeconds(), e);
                container.stop();
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
