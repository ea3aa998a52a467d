package org.berea.contracts.search;

import org.berea.contracts.Check;

/**
 * A question as a vector.
 *
 * @param model what made it, as {@link VectorBatch#model()}: only vectors of one model are
 *     comparable
 * @param values of unit length
 */
public record QueryVector(String model, float[] values) {
    public QueryVector {
        Check.text("model", model, VectorBatch.LONGEST_MODEL);
        Check.present("values", values);
    }
}
