package org.berea.inference.prompting;

import java.util.List;
import org.berea.contracts.completion.Passage;

/** Prompts for the tests of later stages. */
public final class Prompts {
    public static final TokenCounter COUNTER = new TokenCounter();

    public static final Prompting PROMPTING = new Prompting(COUNTER, new PromptingSettings(6_000));

    private Prompts() {}

    public static Prompt of(Passage... passages) {
        return new Prompt("Answer.", List.of(), "Why?", List.of(passages), 100);
    }
}
