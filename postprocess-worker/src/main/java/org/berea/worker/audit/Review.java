package org.berea.worker.audit;

import java.util.Optional;
import java.util.Set;
import org.berea.contracts.completion.Notice;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.contracts.problem.ProblemType;
import org.berea.contracts.records.ReviewItem.Kind;

/** Says which answers somebody should look at. */
final class Review {
    private static final Set<String> OF_CHECKS =
            Set.of(
                    ProblemType.UNVERIFIABLE.code(),
                    ProblemType.SCHEMA_UNMET.code(),
                    ProblemType.MODERATION_REJECTED.code());

    private Review() {}

    static Optional<Kind> of(CompletionFinished finished) {
        if (finished.outcome() == Outcome.REJECTED) {
            return Optional.of(Kind.REJECTED);
        }
        return failedChecks(finished) || wasCorrected(finished)
                ? Optional.of(Kind.FLAGGED)
                : Optional.empty();
    }

    private static boolean failedChecks(CompletionFinished finished) {
        return finished.outcome() == Outcome.FAILED
                && finished.reason() != null
                && OF_CHECKS.contains(finished.reason());
    }

    /** Sentences were withheld or written anew. */
    private static boolean wasCorrected(CompletionFinished finished) {
        return finished.notices().stream()
                .map(Notice::code)
                .anyMatch(code -> code == Notice.Code.REPAIRED || code == Notice.Code.SHORTENED);
    }
}
