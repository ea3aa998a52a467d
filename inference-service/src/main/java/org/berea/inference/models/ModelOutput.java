package org.berea.inference.models;

import org.berea.contracts.completion.Usage.FinishReason;
import org.jspecify.annotations.Nullable;

/** What a model sends. */
public sealed interface ModelOutput {
    /** A piece of text. */
    record Delta(String text) implements ModelOutput {}

    /**
     * The proper end.
     *
     * @param promptTokens as the model counts, or null when it does not say
     * @param outputTokens likewise, with whatever it thought in secret
     */
    record End(FinishReason reason, @Nullable Integer promptTokens, @Nullable Integer outputTokens)
            implements ModelOutput {}
}
