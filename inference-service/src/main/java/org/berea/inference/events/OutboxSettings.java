package org.berea.inference.events;

import org.berea.contracts.Check;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param entries the outbox holds at most; events take about 2 KB each of Redis' memory
 * @param unpublished how many events a process keeps that neither Kafka nor the outbox took
 */
@ConfigurationProperties(prefix = "berea.inference.outbox", ignoreUnknownFields = false)
record OutboxSettings(@DefaultValue("100000") int entries, @DefaultValue("2000") int unpublished) {
    OutboxSettings {
        Check.range("berea.inference.outbox.entries", entries, 0, 10_000_000);
        Check.range("berea.inference.outbox.unpublished", unpublished, 1, 1_000_000);
    }
}
