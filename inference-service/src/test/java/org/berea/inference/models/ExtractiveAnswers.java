package org.berea.inference.models;

import java.time.Duration;
import java.util.List;
import org.berea.contracts.completion.Passage;

/** What the extractive model writes, for the tests of later stages. */
public final class ExtractiveAnswers {
    private ExtractiveAnswers() {}

    public static List<String> deltas(String question, List<Passage> passages) {
        return new ExtractiveModel()
                .stream(new ModelCall("", List.of(), question, passages, 1_000))
                        .filter(ModelOutput.Delta.class::isInstance)
                        .map(output -> ((ModelOutput.Delta) output).text())
                        .collectList()
                        .blockOptional(Duration.ofSeconds(5))
                        .orElseThrow();
    }
}
