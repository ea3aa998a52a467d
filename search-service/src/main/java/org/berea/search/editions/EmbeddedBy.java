package org.berea.search.editions;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.berea.contracts.InvalidValueException;

/**
 * How far one model has embedded an import.
 *
 * @param model what made the vectors, with its version
 * @param turn counts the models of the import in the order in which they came
 * @param dimension of the vectors; 0 until the first arrives
 * @param chapters with how many verses of each have a vector
 */
record EmbeddedBy(String model, int turn, int dimension, @JsonProperty Seen chapters) {
    static EmbeddedBy start(String model, int turn) {
        return new EmbeddedBy(model, turn, 0, Seen.NOTHING);
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
                model, turn, Math.max(dimension, size), chapters.with(sequence, vectors));
    }

    /** Both, of the same model. */
    EmbeddedBy union(EmbeddedBy other) {
        return new EmbeddedBy(
                model,
                Math.max(turn, other.turn),
                Math.max(dimension, other.dimension),
                chapters.union(other.chapters));
    }

    boolean isWhole(int total) {
        return chapters.isWhole(total);
    }
}
