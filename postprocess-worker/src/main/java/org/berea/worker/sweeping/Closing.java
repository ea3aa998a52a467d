package org.berea.worker.sweeping;

import java.time.Instant;
import org.berea.worker.ledger.OpenRow;

/**
 * At what a row is to be closed.
 *
 * @param held whether Redis knew any of it
 */
record Closing(OpenRow row, long tokens, long micros, boolean held) {
    /**
     * What is held, or else the ceiling, which what was spent never exceeds: for each unit, because
     * one may have been settled already. What a Redis holds that has lost something is no measure.
     */
    static Closing of(OpenRow row, HeldGrants grants, Instant wholeSince) {
        boolean isKnown = !row.startedAt().isBefore(wholeSince);
        long tokens = isKnown ? grants.tokens(row) : 0;
        long micros = isKnown ? grants.micros(row) : 0;
        return new Closing(
                row,
                tokens > 0 ? tokens : row.ceilingTokens(),
                micros > 0 ? micros : row.ceilingMicros(),
                tokens + micros > 0);
    }
}
