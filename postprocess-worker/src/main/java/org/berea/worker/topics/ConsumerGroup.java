package org.berea.worker.topics;

import java.util.Arrays;
import java.util.Locale;
import org.berea.contracts.event.Topics;

/** The consumers of the topic {@code completions}; each is a group of its own. */
public enum ConsumerGroup {
    AUDIT,
    LEDGER,
    COSTS,
    HISTORY;

    private static final String PREFIX = "worker-";

    /** The short name in metrics, tables and addresses: {@code audit}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that Kafka knows it by, and the id of its listener: {@code worker-audit}. */
    public String group() {
        return PREFIX + label();
    }

    /** The group that remembers how far its dead letters were replayed. */
    public String replayGroup() {
        return group() + "-replay";
    }

    /** Where events go that it cannot digest: {@code completions.audit.dlt}. */
    public String deadLetters() {
        return Topics.COMPLETIONS + "." + label() + ".dlt";
    }

    /**
     * @throws IllegalArgumentException when no consumer has that group
     */
    public static ConsumerGroup ofGroup(String name) {
        return Arrays.stream(values())
                .filter(group -> group.group().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
