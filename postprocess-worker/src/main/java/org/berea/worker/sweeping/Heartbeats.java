package org.berea.worker.sweeping;

import java.util.Collection;
import java.util.List;
import org.berea.contracts.Heartbeat;
import org.springframework.stereotype.Component;

/** Tells which processes do not show any more that they live. */
@Component
final class Heartbeats {
    private final SweepRedis redis;

    Heartbeats(SweepRedis redis) {
        this.redis = redis;
    }

    List<String> lapsed(Collection<String> instances) {
        return instances.stream().filter(this::hasLapsed).toList();
    }

    private boolean hasLapsed(String instance) {
        return redis.ask(commands -> commands.exists(Heartbeat.key(instance))).orElseThrow() == 0;
    }
}
