package org.berea.benchmarks.faults.checking;

import java.time.Instant;

/**
 * One question, as the client's journal tells.
 *
 * @param id empty when the client never learned of one
 * @param started whether it saw the event {@code start}, or a whole body
 * @param end how it ended for the client: {@code done}, {@code error}, {@code clean} and so on;
 *     empty when the journal does not tell
 * @param error the problem's type, else empty
 * @param doneAfterMillis from the last token to {@code [DONE]} of a stream, else -1
 */
record Asked(
        long number,
        String id,
        String prompt,
        boolean stream,
        boolean started,
        boolean doneSeen,
        String end,
        String error,
        long doneAfterMillis,
        Instant at,
        Instant endedAt) {
    boolean isDone() {
        return doneSeen || end.equals("done");
    }
}
