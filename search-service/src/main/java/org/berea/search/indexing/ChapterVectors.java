package org.berea.search.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.search.VectorBatch;
import org.berea.scripture.VerseRange;
import org.berea.search.editions.Editions;
import org.berea.search.engine.Changes.VerseVector;
import org.berea.search.engine.UnitVector;

/** Reads the vectors of a batch, refusing what does not fit the index. */
final class ChapterVectors {
    private ChapterVectors() {}

    /**
     * Of the verses that the canon has; there is no text of others to be found by them.
     *
     * @throws InvalidValueException naming the field that does not fit
     */
    static List<VerseVector> of(VectorBatch batch) {
        var vectors = new ArrayList<VerseVector>();
        for (int i = 0; i < batch.vectors().size(); i++) {
            vector(batch, i).ifPresent(vectors::add);
        }
        return vectors;
    }

    private static Optional<VerseVector> vector(VectorBatch batch, int index) {
        var given = batch.vectors().get(index);
        String place = "vectors[" + index + "]";
        int dimension = batch.vectors().getFirst().vector().length;
        float[] vector = UnitVector.check(place + ".vector", given.vector(), dimension);
        if (!PrintedVerse.isWellFormed(given.ref())) {
            throw unknown(place + ".ref", given.ref());
        }
        return PrintedVerse.verses(given.ref())
                .map(VerseRange::first)
                .map(it -> new VerseVector(Editions.key(batch), batch.model(), it, vector));
    }

    private static InvalidValueException unknown(String field, String ref) {
        return InvalidValueException.of(field, ref, "a verse such as ROM.8.28");
    }
}
