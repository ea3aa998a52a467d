package org.berea.simulator.openai;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a call is said to have used, in tokens; the total is always the sum. */
public record TokenUsage(
        @JsonProperty("prompt_tokens") long promptTokens,
        @JsonProperty("completion_tokens") long completionTokens,
        @JsonProperty("total_tokens") long totalTokens,
        @JsonProperty("completion_tokens_details") Details details) {
    /** Hidden tokens, a part of the completion's. */
    public record Details(@JsonProperty("reasoning_tokens") long reasoningTokens) {}

    /**
     * @param completionTokens with the hidden ones
     */
    public static TokenUsage of(long promptTokens, long completionTokens, long reasoningTokens) {
        return new TokenUsage(
                promptTokens,
                completionTokens,
                promptTokens + completionTokens,
                new Details(reasoningTokens));
    }
}
