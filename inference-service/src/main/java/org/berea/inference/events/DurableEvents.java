package org.berea.inference.events;

import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Publishes to the stores, and leaves what neither takes to be tried again. */
@Component
final class DurableEvents implements EventPublisher {
    private final Stores stores;
    private final Unpublished unpublished;
    private final TraceHeader trace;
    private final Outcomes outcomes;
    private final JsonMapper mapper;

    DurableEvents(
            Stores stores,
            Unpublished unpublished,
            TraceHeader trace,
            Outcomes outcomes,
            JsonMapper mapper) {
        this.stores = stores;
        this.unpublished = unpublished;
        this.trace = trace;
        this.outcomes = outcomes;
        this.mapper = mapper;
    }

    @Override
    public Mono<Void> publish(String topic, String key, Object event) {
        return Mono.defer(
                () ->
                        publish(
                                new Envelope(
                                        topic,
                                        key,
                                        mapper.writeValueAsString(event),
                                        trace.current())));
    }

    private Mono<Void> publish(Envelope event) {
        return stores.store(event)
                .doOnNext(place -> outcomes.count(event, place.name().toLowerCase(Locale.ROOT)))
                .doOnError(_ -> unpublished.keep(event))
                .then();
    }
}
