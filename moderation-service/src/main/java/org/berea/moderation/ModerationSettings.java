package org.berea.moderation;

import org.berea.contracts.Check;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How moderation works here.
 *
 * @param policy where the policy is
 * @param threads that read texts at once; 0 means one for each processor
 * @param queue how many requests may wait for one
 */
@ConfigurationProperties(prefix = "berea.moderation", ignoreUnknownFields = false)
record ModerationSettings(
        @DefaultValue("classpath:moderation-policy.yml") Resource policy,
        @DefaultValue("0") int threads,
        @DefaultValue("256") int queue) {
    private static final int MOST_THREADS = 256;

    ModerationSettings {
        Check.range("berea.moderation.threads", threads, 0, MOST_THREADS);
        Check.range("berea.moderation.queue", queue, 1, Integer.MAX_VALUE);
    }

    int readers() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
