package org.berea.search.engine;

import org.berea.contracts.InvalidValueException;

/** The check of vectors that come from outside. */
public final class UnitVector {
    /** Rounding leaves a vector of unit length well within this. */
    private static final double TOLERANCE = 0.01;

    /** More numbers than this not every engine takes. */
    private static final int LARGEST_DIMENSION = 1024;

    private UnitVector() {}

    /**
     * The vector itself when it is of this dimension and of unit length, and every engine can hold
     * it.
     *
     * @throws InvalidValueException naming the field when it is not
     */
    public static float[] check(String field, float[] vector, int dimension) {
        if (vector.length == 0 || vector.length > LARGEST_DIMENSION) {
            throw InvalidValueException.unshown(
                    field, vector.length + " numbers", "1 to " + LARGEST_DIMENSION);
        }
        if (vector.length != dimension) {
            throw InvalidValueException.unshown(
                    field, vector.length + " numbers", "exactly " + dimension);
        }
        double length = length(vector);
        // Written so that a length that is not a number is refused too.
        if (!(Math.abs(length - 1) <= TOLERANCE)) {
            throw InvalidValueException.unshown(
                    field, "length %.3f".formatted(length), "a vector of length 1");
        }
        return vector;
    }

    private static double length(float[] vector) {
        double square = 0;
        for (float number : vector) {
            square += (double) number * number;
        }
        return Math.sqrt(square);
    }
}
