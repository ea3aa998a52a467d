package org.berea.search.editions;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.berea.contracts.InvalidValueException;

/**
 * How far one model has embedded an import.
 *
 * @param model what made the vectors, with its version
 * @param turn counts the models of the import in the order in which they came
 * @param dimension of the vectors; 0 until the first arrives
 * @param count how many verses have a vector so far
 */
record EmbeddedBy(String model, int turn, int dimension, @JsonProperty Seen chapters, int count) {
    static EmbeddedBy start(String model, int turn) {
        return new EmbeddedBy(model, turn, 0, Seen.NOTHING, 0);
    }

    /**
     * @param size the dimension of the chapter's vectors; 0 when it has none
     * @throws InvalidValueException when earlier vectors of the model have another dimension
     */
    EmbeddedBy with(int sequence, int vectors, int size) {
        if (dimension != 0 && size != 0 && size != dimension) {
            throw InvalidValueException.unshown(
                    "vectors",
                    size + " numbers",
                    dimension + ", as the other vectors of " + model + " have");
        }
        return new EmbeddedBy(
                model, turn, Math.max(dimension, size), chapters.with(sequence), count + vectors);
    }

    boolean isWhole(int total) {
        return chapters.isWhole(total);
    }
}
