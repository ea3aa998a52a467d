package org.berea.search.engine;

import java.util.List;
import java.util.Set;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Manifest;
import org.berea.search.editions.VectorSet;

/**
 * What one commit stores. Text and vector of a verse replace what the same import had for it.
 *
 * @param removed what goes in the same commit
 * @param manifest the state once the rest is stored
 */
public record Changes(
        List<VerseText> texts,
        List<VerseVector> vectors,
        List<ChapterLinks> links,
        Set<Removal> removed,
        Manifest manifest) {
    public Changes {
        texts = List.copyOf(texts);
        vectors = List.copyOf(vectors);
        links = List.copyOf(links);
        removed = Set.copyOf(removed);
    }

    /** What is no longer wanted. */
    public sealed interface Removal {
        /** All texts and vectors of an import. */
        record OfEdition(EditionKey edition) implements Removal {}

        /** What one model made of an import. */
        record OfVectors(VectorSet vectors) implements Removal {}

        /** An import of cross references. */
        record OfLinks(String importId) implements Removal {}
    }

    /**
     * A verse to be found by its words.
     *
     * @param around the verse with the one before and the one after, of its chapter
     * @param sequence the event that brought it
     */
    public record VerseText(
            EditionKey edition, int sequence, VerseRange verses, String text, String around) {
        /** Where it stands: the first of the verses that the edition prints as one. */
        public VerseRef verse() {
            return verses.first();
        }
    }

    /**
     * A verse to be found by its vector, which is of unit length.
     *
     * @param model what made the vector; those of several models stand side by side
     */
    public record VerseVector(EditionKey edition, String model, VerseRef verse, float[] vector) {}

    /** The cross references that start in one chapter, of one import of cross references. */
    public record ChapterLinks(String importId, int sequence, List<CrossReference> links) {
        public ChapterLinks {
            links = List.copyOf(links);
        }
    }
}
