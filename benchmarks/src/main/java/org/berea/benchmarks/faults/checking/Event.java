package org.berea.benchmarks.faults.checking;

import java.time.Instant;

/**
 * What was published of a completion.
 *
 * @param answered whether any text was released
 */
record Event(
        String id,
        String outcome,
        String subject,
        String day,
        long promptTokens,
        long completionTokens,
        long costMicros,
        boolean answered,
        Instant finishedAt) {
    long tokens() {
        return promptTokens + completionTokens;
    }
}
