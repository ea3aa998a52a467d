package org.berea.worker.consuming;

import org.berea.worker.database.DatabaseReady;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** Starts the consumers once their tables exist. */
@Component
final class ConsumerStart {
    private final KafkaListenerEndpointRegistry listeners;

    ConsumerStart(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @EventListener(DatabaseReady.class)
    void start() {
        listeners.getListenerContainers().forEach(MessageListenerContainer::start);
    }
}
