package org.berea.search.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.Edition;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Manifest;

/** One consistent state of the index: what serves and exactly its documents. */
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
    List<LexicalHit> lexical(EditionKey edition, List<String> terms, int most);

    /**
     * The verses whose vectors lie nearest, best first.
     *
     * @param vector of unit length
     */
    List<VectorHit> nearest(EditionKey edition, float[] vector, int most);

    /** The texts of those verses that have one. */
    Map<VerseRef, String> texts(EditionKey edition, Collection<VerseRef> verses);

    @Override
    void close();
}
