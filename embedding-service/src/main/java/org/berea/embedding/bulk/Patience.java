package org.berea.embedding.bulk;

import java.time.Duration;
import org.berea.contracts.problem.ProblemException;
import reactor.util.retry.Retry;

/**
 * Tries a text again that the model had no room or no answer for, so that one failed call does not
 * cost a whole chapter's. When it lasts longer, the record's own retries go on.
 */
record Patience(Duration first, Duration longest) {
    private static final int TIMES = 4;

    Retry retry() {
        return Retry.backoff(TIMES, first)
                .maxBackoff(longest)
                .filter(Patience::passes)
                .onRetryExhaustedThrow((_, last) -> last.failure());
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof ProblemException known && known.problem().retryable();
    }
}
