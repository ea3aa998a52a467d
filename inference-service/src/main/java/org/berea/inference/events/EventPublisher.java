package org.berea.inference.events;

import reactor.core.publisher.Mono;

/** Publishes events so that they cannot be lost once that is confirmed. */
public interface EventPublisher {
    /**
     * Publishes one event, perhaps more than once and in no order: who reads it must not mind.
     *
     * @param key what the event is about
     * @return completes when it is durable; an error within about a second when it is not yet, for
     *     it is tried again as long as the process lives
     */
    Mono<Void> publish(String topic, String key, Object event);
}
