package org.berea.search.consuming;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells when a store may be asked. */
public final class CatchUpHealth implements HealthIndicator {
    private final CatchUp catchUp;

    public CatchUpHealth(CatchUp catchUp) {
        this.catchUp = catchUp;
    }

    @Override
    public Health health() {
        return catchUp.isReady()
                ? Health.up().build()
                : Health.outOfService().withDetail("waits for", catchUp.waitsFor()).build();
    }
}
