package org.berea.contracts.search;

import java.util.List;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Passage;

/** Passages, best first, those that the question names ahead of all others. */
public record SearchResponse(List<Passage> passages, List<Degradation> degraded) {
    public SearchResponse {
        passages = List.copyOf(passages);
        degraded = List.copyOf(degraded);
    }
}
