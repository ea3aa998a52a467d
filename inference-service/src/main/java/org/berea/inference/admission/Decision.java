package org.berea.inference.admission;

import org.berea.contracts.completion.Task;
import org.berea.contracts.problem.Problem;

/** What admission decided. */
public sealed interface Decision {
    /** It may be answered. */
    record Admitted(AdmittedQuestion question) implements Decision {}

    /**
     * It may not.
     *
     * @param category what moderation found
     */
    record Rejected(Question question, Task task, Problem problem, String category)
            implements Decision {}
}
