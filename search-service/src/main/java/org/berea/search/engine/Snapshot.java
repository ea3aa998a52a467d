package org.berea.search.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.Edition;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Manifest;
import org.berea.search.editions.VectorSet;

/**
 * One consistent state of the index: what serves and exactly its documents. Every question may end
 * in an {@link EngineAwayException}.
 */
public interface Snapshot extends AutoCloseable {
    Manifest manifest();

    /** The import that serves a translation; empty when none can be searched. */
    default Optional<Edition> edition(String code) {
        return manifest().editions().serving().stream()
                .filter(edition -> edition.code().equals(code))
                .findFirst();
    }

    /**
     * The verses that share terms with the question, best first.
     *
     * @param terms distinct and analysed as {@link org.berea.search.analysis.Terms} does
     */
    List<LexicalHit> lexical(Scope scope, List<String> terms, int most);

    /**
     * The verses whose vectors lie nearest, best first.
     *
     * @param model what made the vector; nothing is found among vectors of another
     * @param vector of unit length
     */
    List<VectorHit> nearest(Scope scope, String model, float[] vector, int most);

    /**
     * The texts that hold any of these verses, in the order of the canon, each once; nothing for a
     * verse that the edition prints no text for.
     */
    List<StoredVerse> verses(EditionKey edition, Collection<VerseRef> verses);

    /** The verses that one event of an import brought, in the order of the canon. */
    List<StoredVerse> chapter(EditionKey edition, int sequence);

    /** Every text of an import, each once, in any order; for what is kept in memory. */
    default void texts(EditionKey edition, Consumer<StoredVerse> use) {
        var seen = new HashSet<VerseRef>();
        for (Book book : Book.values()) {
            for (int chapter = 1; chapter <= book.chapters(); chapter++) {
                verses(edition, book.chapter(chapter).orElseThrow().verses()).stream()
                        .filter(text -> seen.add(text.verses().first()))
                        .forEach(use);
            }
        }
    }

    /** Every vector of a set, each once, in any order; for what is kept in memory. */
    void vectors(VectorSet set, BiConsumer<VerseRef, float[]> use);

    /** All that is stored of an import of cross references. */
    List<CrossReference> links(String importId);

    /**
     * Asks several questions of this snapshot: one after the other where they take our own
     * processors, all at once where they mostly wait for a server. The answers are in the order of
     * the questions.
     *
     * @throws EngineAwayException when one of them does
     */
    default <T> List<T> together(List<Supplier<T>> questions) {
        return questions.stream().map(Supplier::get).toList();
    }

    @Override
    void close();
}
