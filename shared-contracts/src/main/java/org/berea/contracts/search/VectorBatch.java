package org.berea.contracts.search;

import java.util.List;
import org.berea.contracts.Check;

/**
 * The body of {@code PUT /internal/vectors}: the embedded verses of one {@code passage.imported}
 * event. Sending it again changes nothing.
 *
 * @param sequence which event of the import, 0 to total − 1
 * @param model what made the vectors, with its version
 */
public record VectorBatch(
        String importId,
        String translation,
        int sequence,
        int total,
        String model,
        List<VerseVector> vectors) {
    /** Of a model's name with its version, in characters. */
    public static final int LONGEST_MODEL = 200;

    /**
     * A verse's reference ({@code ROM.8.28}), or the range that is printed as one, and its vector
     * of unit length.
     */
    public record VerseVector(String ref, float[] vector) {}

    public VectorBatch {
        Check.present("importId", importId);
        Check.present("translation", translation);
        Check.range("sequence", sequence, 0, total - 1);
        Check.text("model", model, LONGEST_MODEL);
        vectors = List.copyOf(vectors);
    }
}
