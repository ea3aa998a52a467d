package org.berea.inference.streaming;

import java.net.URI;
import java.time.Duration;
import org.berea.contracts.CompletionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which instance gives which answer, known to all through Redis. */
@Component
@EnableConfigurationProperties(InstanceSettings.class)
class Locations {
    private static final Logger log = LoggerFactory.getLogger(Locations.class);
    private static final String KEY = "berea:answer-at:";

    /** Longer than the longest answer. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final ReactiveStringRedisTemplate redis;
    private final URI here;

    Locations(ReactiveStringRedisTemplate redis, InstanceSettings settings) {
        this.redis = redis;
        this.here = settings.address();
    }

    /** Tells the others, without waiting: with Redis away an answer can be stopped only here. */
    void announce(CompletionId id) {
        redis.opsForValue()
                .set(KEY + id, here.toString(), REMEMBERED)
                .subscribe(_ -> {}, failure -> log.debug("not announced: {}", failure.toString()));
    }

    /** The other instance that gives it; empty when it is unknown or ours. */
    Mono<URI> elsewhere(CompletionId id) {
        return redis.opsForValue()
                .get(KEY + id)
                .map(URI::create)
                .filter(address -> !address.equals(here));
    }
}
