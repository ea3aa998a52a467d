package org.berea.contracts.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Passage;

/**
 * The answer of {@code POST /internal/search} and {@code GET /ai/search}.
 *
 * @param passages best first, those that the question names ahead of all others
 * @param notes the caller's own, best first; absent when none were asked for or found
 */
public record SearchResponse(
        List<Passage> passages,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NoteHit> notes,
        List<Degradation> degraded) {
    public SearchResponse {
        passages = List.copyOf(passages);
        notes = notes == null ? List.of() : List.copyOf(notes);
        degraded = List.copyOf(degraded);
    }

    public SearchResponse(List<Passage> passages, List<Degradation> degraded) {
        this(passages, List.of(), degraded);
    }
}
