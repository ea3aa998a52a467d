package org.berea.metering;

import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Remembers in Redis when a thing was first seen by any process; with Redis emptied, it is new. */
public final class FirstSeen {
    private static final String PREFIX = "berea:first-seen:";

    private final LazyRedis redis;
    private final Clock clock;

    public FirstSeen(LazyRedis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** When, to the second, which is now for what nobody saw before. */
    public Mono<Instant> of(String thing) {
        String key = PREFIX + thing;
        return Mono.defer(
                        () -> {
                            String now = Long.toString(clock.instant().getEpochSecond());
                            return redis.call(LazyRedis.LIMIT, it -> it.setnx(key, now));
                        })
                .then(redis.call(LazyRedis.LIMIT, it -> it.get(key)))
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }
}
