package org.berea.inference.events;

import reactor.core.publisher.Mono;

/** Publishes events so that they cannot be lost once acknowledged. */
public interface EventPublisher {
    /**
     * Publishes one event.
     *
     * @param key events of one key keep their order
     * @return completes when the brokers acknowledged it; an error within about a second otherwise
     */
    Mono<Void> publish(String topic, String key, Object event);
}
