package org.berea.search.recall;

import java.util.List;
import org.berea.scripture.VerseRef;

/**
 * What each leg found.
 *
 * @param lexical by words, best first
 * @param near by vectors, best first
 */
public record Candidates(List<VerseRef> lexical, List<VerseRef> near) {
    static final Candidates NONE = new Candidates(List.of(), List.of());

    public Candidates {
        lexical = List.copyOf(lexical);
        near = List.copyOf(near);
    }
}
