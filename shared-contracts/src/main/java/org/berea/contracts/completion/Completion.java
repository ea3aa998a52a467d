package org.berea.contracts.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.berea.contracts.CompletionId;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer as one JSON body.
 *
 * @param answer the text, or null when the answer is structured
 * @param structured what fits the request's schema, or null when the answer is text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Completion(
        CompletionId id,
        Task task,
        @Nullable String answer,
        @Nullable Object structured,
        List<Passage> passages,
        List<Citation> citations,
        List<Notice> notices,
        List<Degradation> degraded,
        Usage usage) {}
