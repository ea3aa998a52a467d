package org.berea.embedding.text;

import java.util.List;

/** Arithmetic on vectors. */
public final class Vectors {
    private static final double NEARLY_ZERO = 1e-6;

    private Vectors() {}

    /** The vector scaled to length 1, in place. */
    public static float[] unit(float[] vector) {
        double scale = 1 / length(vector);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] * scale);
        }
        return vector;
    }

    /** The square root of the sum of squares; not a finite number when one in it is not. */
    public static double length(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        return Math.sqrt(squares);
    }

    /** What unit vectors have in common, of unit length again; at least one must be given. */
    public static float[] mean(List<float[]> vectors) {
        float[] sum = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        // Opposites cancel out to no direction at all.
        return length(sum) < NEARLY_ZERO ? vectors.getFirst() : unit(sum);
    }
}
