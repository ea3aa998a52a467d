package org.berea.inference.models;

import java.util.List;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Turn;

/**
 * One call of a model.
 *
 * @param system the instructions and the retrieved verses
 * @param history earlier messages, oldest first
 * @param question what the user asks
 * @param passages what was retrieved, for the model that composes its answer from it
 * @param maxOutput in tokens, as granted
 */
public record ModelCall(
        String system, List<Turn> history, String question, List<Passage> passages, int maxOutput) {
    public ModelCall withMaxOutput(int tokens) {
        return new ModelCall(system, history, question, passages, tokens);
    }
}
