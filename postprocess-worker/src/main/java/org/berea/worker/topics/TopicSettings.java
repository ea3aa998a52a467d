package org.berea.worker.topics;

import java.time.Duration;
import org.berea.contracts.Check;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are laid out.
 *
 * @param replication copies of each partition; 3 in a cluster
 * @param retention how long events are kept; the passages topic keeps the newest of each chapter
 */
@ConfigurationProperties(prefix = "berea.topics", ignoreUnknownFields = false)
public record TopicSettings(
        @DefaultValue("6") int partitions,
        @DefaultValue("1") int replication,
        @DefaultValue("14d") Duration retention) {
    public TopicSettings {
        Check.range("berea.topics.partitions", partitions, 1, 1_000);
        Check.range("berea.topics.replication", replication, 1, 9);
    }
}
