package org.berea.worker.permission;

import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Scopes;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;

/** Who may see what all users did, and mend what is recorded of it. */
public final class QuotaAdmin {
    private QuotaAdmin() {}

    /**
     * Lets only callers with the scope {@code quota:admin} go on.
     *
     * @throws ProblemException {@code forbidden} for all others
     */
    public static void require(Caller caller) {
        if (!caller.has(Scopes.QUOTA_ADMIN)) {
            throw new ProblemException(
                    Problem.of(ProblemType.FORBIDDEN, "the scope quota:admin is needed"));
        }
    }
}
