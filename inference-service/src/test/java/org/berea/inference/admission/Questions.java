package org.berea.inference.admission;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.CompletionRequest;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Turn;

/** Questions as admission lets them through, for the tests of later stages. */
public final class Questions {
    public static final Caller ALICE =
            new Caller("alice", Tier.FREE, "other", Set.of(), true, false);

    private Questions() {}

    public static AdmittedQuestion admitted(String prompt) {
        return admitted(prompt, Task.VERSE_LOOKUP, ALICE);
    }

    public static AdmittedQuestion admitted(String prompt, Task task, Caller caller) {
        return admitted(prompt, task, "BST", List.of(), caller);
    }

    public static AdmittedQuestion admitted(
            String prompt, Task task, String translation, List<Turn> history, Caller caller) {
        var request = new CompletionRequest(prompt, task, history, null, null, false, 0);
        var question = new Question(CompletionId.next(), caller, request, Instant.now());
        return new AdmittedQuestion(question, task, translation, null);
    }
}
