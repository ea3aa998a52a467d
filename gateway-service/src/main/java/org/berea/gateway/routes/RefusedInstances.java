package org.berea.gateway.routes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.client.ServiceInstance;

/** Which instances have just refused a connection, and are better left alone for a moment. */
final class RefusedInstances {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final Clock clock;

    RefusedInstances(Clock clock) {
        this.clock = clock;
    }

    void remember(ServiceInstance instance) {
        until.put(instance.getInstanceId(), clock.instant().plus(MOMENT));
    }

    /** Those that have not refused; all of them when each has. */
    List<ServiceInstance> without(List<ServiceInstance> instances) {
        Instant now = clock.instant();
        List<ServiceInstance> others =
                instances.stream().filter(instance -> !isRefusing(instance, now)).toList();
        return others.isEmpty() ? instances : others;
    }

    private boolean isRefusing(ServiceInstance instance, Instant now) {
        Instant end = until.get(instance.getInstanceId());
        return end != null && now.isBefore(end);
    }
}
