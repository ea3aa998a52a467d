package org.berea.search.recall;

import java.util.List;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;

/**
 * What each leg found.
 *
 * @param asked the verses that the question names
 * @param lexical by words, best first
 * @param near by vectors, best first
 */
public record Candidates(List<VerseRange> asked, List<VerseRef> lexical, List<VerseRef> near) {
    public Candidates {
        asked = List.copyOf(asked);
        lexical = List.copyOf(lexical);
        near = List.copyOf(near);
    }
}
