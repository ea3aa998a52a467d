package org.berea.contracts.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.berea.contracts.completion.Passage;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /ai/passages/{ref}}.
 *
 * @param passages the passage in each translation that has text for it
 * @param related where cross references lead from it, most voted first
 * @param relatedSource who must be named wherever they are shown; absent when there are none
 */
public record PassagesResponse(
        List<Passage> passages,
        List<Related> related,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String relatedSource) {
    /**
     * A passage that a cross reference leads to.
     *
     * @param ref {@code BOOK.chapter.verse[-verse | -chapter.verse]}
     * @param label the same for people
     * @param votes of readers for it
     */
    public record Related(String ref, String label, int votes) {}

    public PassagesResponse {
        passages = List.copyOf(passages);
        related = List.copyOf(related);
    }
}
