package org.berea.worker.uploading;

import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Scopes;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;

/** Who may import. */
public final class CorpusAdmin {
    private CorpusAdmin() {}

    /**
     * Lets only callers with the scope {@code corpus:admin} go on.
     *
     * @throws ProblemException {@code forbidden} for all others
     */
    public static void require(Caller caller) {
        if (!caller.has(Scopes.CORPUS_ADMIN)) {
            throw new ProblemException(
                    Problem.of(ProblemType.FORBIDDEN, "the scope corpus:admin is needed"));
        }
    }
}
