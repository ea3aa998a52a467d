package org.berea.inference.grounding;

import java.util.List;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Passage;

/** What an answer may cite, and which steps down it took to find it. */
public record Grounded(List<Passage> passages, List<Degradation> degraded) {
    public Grounded {
        passages = List.copyOf(passages);
        degraded = List.copyOf(degraded);
    }

    public boolean isEmpty() {
        return passages.isEmpty();
    }
}
