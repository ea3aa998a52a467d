package org.berea.search.consuming;

import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Fills a store again that has lost what it had while the service ran: its listener starts anew,
 * and so begins where the store ends now.
 */
final class Rewinding {
    private static final Logger log = LoggerFactory.getLogger(Rewinding.class);
    private static final long PAUSE_MILLIS = 2_000;

    private final KafkaListenerEndpointRegistry listeners;

    Rewinding(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Scheduled(fixedDelay = PAUSE_MILLIS)
    void check() {
        listeners.getListenerContainers().stream()
                .filter(each -> FromTheStore.of(each).map(Rewinding::hasLostSome).orElse(false))
                .forEach(Rewinding::restart);
    }

    private static boolean hasLostSome(FromTheStore store) {
        try {
            return store.hasLostSome();
        } catch (UncheckedIOException e) {
            log.debug("a store cannot say now where it ends", e);
            return false;
        }
    }

    private static void restart(MessageListenerContainer container) {
        if (container.isRunning()) {
            log.warn("what was stored of {} is lost; it is read again", container.getListenerId());
            container.stop();
            container.start();
        }
    }
}
