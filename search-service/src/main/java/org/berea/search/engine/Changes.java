package org.berea.search.engine;

import java.util.List;
import java.util.Set;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Manifest;

/**
 * What one commit stores. Text and vector of a verse replace what the same import had for it.
 *
 * @param removed imports whose texts and vectors go, in the same commit
 * @param manifest the state once the rest is stored
 */
public record Changes(
        List<VerseText> texts,
        List<VerseVector> vectors,
        Set<EditionKey> removed,
        Manifest manifest) {
    public Changes {
        texts = List.copyOf(texts);
        vectors = List.copyOf(vectors);
        removed = Set.copyOf(removed);
    }

    /**
     * A verse to be found by its words.
     *
     * @param around the verse with the one before and the one after, of its chapter
     */
    public record VerseText(EditionKey edition, VerseRef verse, String text, String around) {}

    /** A verse to be found by its vector, which is of unit length. */
    public record VerseVector(EditionKey edition, VerseRef verse, float[] vector) {}
}
