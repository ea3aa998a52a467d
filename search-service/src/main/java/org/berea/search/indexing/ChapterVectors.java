package org.berea.search.indexing;

import java.util.ArrayList;
import java.util.List;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.search.VectorBatch;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.Editions;
import org.berea.search.engine.Changes.VerseVector;
import org.berea.search.engine.UnitVector;

/** Reads the vectors of a batch, refusing what does not fit the index. */
final class ChapterVectors {
    private ChapterVectors() {}

    /**
     * @throws InvalidValueException naming the field that does not fit
     */
    static List<VerseVector> of(VectorBatch batch) {
        var vectors = new ArrayList<VerseVector>();
        for (int i = 0; i < batch.vectors().size(); i++) {
            vectors.add(vector(batch, i));
        }
        return vectors;
    }

    private static VerseVector vector(VectorBatch batch, int index) {
        var given = batch.vectors().get(index);
        String place = "vectors[" + index + "]";
        int dimension = batch.vectors().getFirst().vector().length;
        float[] vector = UnitVector.check(place + ".vector", given.vector(), dimension);
        VerseRef verse =
                PrintedVerse.verses(given.ref())
                        .orElseThrow(() -> unknown(place + ".ref", given.ref()))
                        .first();
        return new VerseVector(Editions.key(batch), batch.model(), verse, vector);
    }

    private static InvalidValueException unknown(String field, String ref) {
        return InvalidValueException.of(field, ref, "a verse such as ROM.8.28");
    }
}
