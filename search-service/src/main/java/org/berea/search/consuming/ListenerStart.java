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
 * and the service searches without it. A store that is elsewhere may be away too, and has to be
 * reached first.
 */
final class ListenerStart implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ListenerStart.class);
    private static final Duration PAUSE_FOR_STORE = Duration.ofMillis(500);
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
        FromTheStore.of(container).ifPresent(ListenerStart::await);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                container.start();
                return;
            } catch (KafkaException | org.springframework.kafka.KafkaException e) {
                log.warn("Kafka is away, next try in {} s", PAUSE.toSeconds(), e);
                container.stop();
                pause(PAUSE);
            }
        }
    }

    private static void await(FromTheStore store) {
        while (!Thread.currentThread().isInterrupted() && !store.isReached()) {
            pause(PAUSE_FOR_STORE);
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
