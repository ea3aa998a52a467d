package org.berea.search.consuming;

import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Fills a store again that has lost what it had while the service ran: the listeners start anew,
 * and so begin where their stores end now.
 */
final class Rewinding {
    private static final Logger log = LoggerFactory.getLogger(Rewinding.class);
    private static final long PAUSE_MILLIS = 2_000;

    private final KafkaListenerEndpointRegistry listeners;
    private final List<FromTheStore> stores;

    Rewinding(KafkaListenerEndpointRegistry listeners, List<FromTheStore> stores) {
        this.listeners = listeners;
        this.stores = List.copyOf(stores);
    }

    @Scheduled(fixedDelay = PAUSE_MILLIS)
    void check() {
        try {
            long lossy = stores.stream().filter(FromTheStore::hasLostSome).count();
            if (lossy > 0) {
                log.warn("a store has lost what it had; the events are read again");
                listeners.getListenerContainers().forEach(Rewinding::restart);
            }
        } catch (UncheckedIOException e) {
            log.debug("a store cannot say now where it ends", e);
        }
    }

    private static void restart(MessageListenerContainer container) {
        if (container.isRunning()) {
            container.stop();
            container.start();
        }
    }
}
