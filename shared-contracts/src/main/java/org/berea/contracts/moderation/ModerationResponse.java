package org.berea.contracts.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /ai/moderations}, one result per input in its order. */
public record ModerationResponse(List<Result> results) {
    /**
     * @param category one of the policy's categories, or null when nothing was found
     * @param score 0 to 1, how sure
     * @param spans what was found, as {@code [start, end)} in UTF-16 units of the text
     * @param reason in plain words, or null when not flagged
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            boolean flagged,
            @Nullable String category,
            double score,
            List<List<Integer>> spans,
            @Nullable String reason) {
        public static Result clean(double score) {
            return new Result(false, null, score, List.of(), null);
        }
    }
}
