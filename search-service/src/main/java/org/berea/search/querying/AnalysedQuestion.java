package org.berea.search.querying;

import java.util.List;
import org.berea.scripture.VerseRange;

/**
 * What a question asks for.
 *
 * @param references the verses it names, in its order
 * @param terms what else it says, analysed, each once
 */
public record AnalysedQuestion(List<VerseRange> references, List<String> terms) {
    public AnalysedQuestion {
        references = List.copyOf(references);
        terms = List.copyOf(terms);
    }

    public boolean namesVerses() {
        return !references.isEmpty();
    }

    /** Whether there is nothing to look for beside the verses it names. */
    public boolean saysNothingElse() {
        return terms.isEmpty();
    }
}
