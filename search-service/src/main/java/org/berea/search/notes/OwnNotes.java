package org.berea.search.notes;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRange;

/**
 * Finds notes of one owner. Every question names the owner, and the store looks at no other's while
 * it searches: what others wrote is neither found, nor takes a place, nor changes a score.
 *
 * <p>{@code books} are those that a note's verses must be in, none for all; a note on no verses is
 * only found without them.
 */
public interface OwnNotes {
    /**
     * The notes that share terms with the question, best first.
     *
     * @param terms distinct and analysed as {@link org.berea.search.analysis.Terms} does
     */
    List<ScoredNote> lexical(Owner owner, List<String> terms, Set<Book> books, int most);

    /**
     * The notes with a piece whose vector lies near, each once with its best piece, best first.
     *
     * @param model what made the vector; nothing is found among vectors of another
     * @param vector of unit length
     */
    List<ScoredNote> nearest(Owner owner, String model, float[] vector, Set<Book> books, int most);

    /** The ids of the notes on any of these verses, the newest first. */
    List<String> on(Owner owner, VerseRange verses, int most);

    /** Those of the notes that are there, in any order. */
    List<NoteText> texts(Owner owner, Collection<String> ids);
}
