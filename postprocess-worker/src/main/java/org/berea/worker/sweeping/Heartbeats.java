package org.berea.worker.sweeping;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.berea.contracts.Heartbeat;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Tells which processes do not show any more that they live. */
@Component
final class Heartbeats {
    private final StringRedisTemplate redis;

    Heartbeats(StringRedisTemplate redis) {
        this.redis = redis;
    }

    List<String> lapsed(Collection<String> instances) {
        return instances.stream().filter(this::hasLapsed).toList();
    }

    private boolean hasLapsed(String instance) {
        return !Objects.requireNonNull(redis.hasKey(Heartbeat.key(instance)));
    }
}
