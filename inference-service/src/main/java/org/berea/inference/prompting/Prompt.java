package org.berea.inference.prompting;

import java.util.List;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Turn;
import org.berea.inference.models.ModelCall;

/**
 * What a model is told.
 *
 * @param passages those that fitted into the budget; only they may be cited
 * @param tokens all of it, as {@link TokenCounter} counts
 */
public record Prompt(
        String system, List<Turn> history, String question, List<Passage> passages, int tokens) {
    public Prompt {
        history = List.copyOf(history);
        passages = List.copyOf(passages);
    }

    /** The call of a model that may write so much. */
    public ModelCall call(int maxOutput) {
        return new ModelCall(system, history, question, passages, maxOutput);
    }
}
