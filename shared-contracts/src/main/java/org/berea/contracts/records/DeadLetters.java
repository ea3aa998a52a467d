package org.berea.contracts.records;

import java.util.List;

/**
 * The answer of {@code GET /admin/dead-letters}: what each consumer could not digest.
 *
 * @param consumers all of them, also those that miss nothing
 */
public record DeadLetters(List<Waiting> consumers) {
    /**
     * The events of one consumer that wait for a replay.
     *
     * @param reasons why the last of them failed, newest first; names kinds of failures, never what
     *     an event says
     */
    public record Waiting(String consumer, long waiting, List<String> reasons) {}
}
