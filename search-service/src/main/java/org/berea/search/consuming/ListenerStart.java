package org.berea.search.consuming;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Starts the listeners apart from the service: a Kafka that is away may not even have an address,
 * and the service searches without it.
 */
final class ListenerStart implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ListenerStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final KafkaListenerEndpointRegistry listeners;
    private List<Thread> starting = List.of();

    ListenerStart(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public synchronized void start() {
        starting =
                listeners.getListenerContainers().stream()
                        .map(each -> Thread.startVirtualThread(() -> start(each)))
                        .toList();
    }

    @Override
    public synchronized void stop() {
        starting.forEach(Thread::interrupt);
        starting = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !starting.isEmpty();
    }

    private static void start(MessageListenerContainer container) {
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
