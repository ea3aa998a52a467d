package org.berea.search.querying;

import java.util.List;
import org.berea.scripture.VerseRange;

/**
 * What a question asks for.
 *
 * @param references the verses it names, in its order
 * @param terms what else it says, analysed, each once
 * @param namesUnknown whether it also names verses that do not exist
 */
public record AnalysedQuestion(
        List<VerseRange> references, List<String> terms, boolean namesUnknown) {
    public AnalysedQuestion {
        references = List.copyOf(references);
        terms = List.copyOf(terms);
    }

    public boolean namesVerses() {
        return !references.isEmpty();
    }

    /** Whether it asks for verses and nothing beside them, be they real or not. */
    public boolean asksForVersesAlone() {
        return terms.isEmpty() && (namesVerses() || namesUnknown);
    }
}
