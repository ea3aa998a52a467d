package org.berea.search.indexing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells when the index may be asked. */
final class IndexHealth implements HealthIndicator {
    private final CatchUp catchUp;

    IndexHealth(CatchUp catchUp) {
        this.catchUp = catchUp;
    }

    @Override
    public Health health() {
        return catchUp.isReady()
                ? Health.up().build()
                : Health.outOfService().withDetail("waits for", catchUp.waitsFor()).build();
    }
}
