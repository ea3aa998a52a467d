package org.berea.search.querying;

import java.util.List;
import org.berea.scripture.VerseRange;

/**
 * What a question asks for.
 *
 * @param references the verses it names, in its order
 * @param terms what else it says, analysed, each once
 * @param namesUnknown whether it also names verses that do not exist
 * @param kind how it is put
 */
public record AnalysedQuestion(
        List<VerseRange> references, List<String> terms, boolean namesUnknown, Kind kind) {
    /** How a question is put, for what finds the answer of one finds little of the other. */
    public enum Kind {
        /** A sentence that asks for something, which is mostly told in one place. */
        QUESTION,
        /** Some words, of which is spoken in many places. */
        TOPIC
    }

    /** Of a whole chapter or more that is asked for, as many verses as a prompt can bear. */
    private static final int MOST_ASKED = 40;

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

    /** The verses it names of these books, none of the ranges too long to be read. */
    public List<VerseRange> references(WantedBooks books) {
        return references.stream().filter(books::have).map(AnalysedQuestion::bounded).toList();
    }

    private static VerseRange bounded(VerseRange range) {
        if (range.size() <= MOST_ASKED) {
            return range;
        }
        return new VerseRange(range.first(), range.verses().get(MOST_ASKED - 1));
    }
}
