package org.berea.worker.pruning;

import java.time.Duration;
import org.berea.contracts.InvalidValueException;
import org.berea.worker.topics.TopicSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long records are kept.
 *
 * @param audit entries of the audit log
 * @param processed which events had their effect; as long as Kafka may deliver an event again, or
 *     it would have its effect twice
 * @param pause between two prunings
 */
@ConfigurationProperties(prefix = "berea.retention", ignoreUnknownFields = false)
public record Retention(
        @DefaultValue("365d") Duration audit,
        @DefaultValue("30d") Duration processed,
        @DefaultValue("10m") Duration pause) {
    /** Kafka deletes whole files, each only when its newest event is old enough. */
    private static final Duration FILE_OF_EVENTS = Duration.ofDays(7);

    private static final Duration SHORTEST = Duration.ofDays(1);

    public Retention {
        if (audit.compareTo(SHORTEST) < 0) {
            throw InvalidValueException.of("berea.retention.audit", audit, "a day or more");
        }
        if (pause.isNegative() || pause.isZero()) {
            throw InvalidValueException.of("berea.retention.pause", pause, "more than nothing");
        }
    }

    /**
     * @throws InvalidValueException when events would be forgotten before Kafka has deleted them
     */
    void checkAgainst(TopicSettings topics) {
        Duration least = topics.retention().plus(FILE_OF_EVENTS);
        if (processed.compareTo(least) < 0) {
            throw InvalidValueException.of(
                    "berea.retention.processed",
                    processed,
                    "at least %s, a week more than topics keep events".formatted(least));
        }
    }
}
