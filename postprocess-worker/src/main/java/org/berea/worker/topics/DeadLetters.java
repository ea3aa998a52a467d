package org.berea.worker.topics;

import org.berea.contracts.event.Topics;

/** Where events go that a consumer cannot digest. */
public final class DeadLetters {
    private DeadLetters() {}

    /** The dead-letter topic of one consumer, such as {@code completions.audit.dlt}. */
    public static String of(String consumer) {
        return Topics.COMPLETIONS + "." + consumer + ".dlt";
    }
}
