package org.berea.embedding.encoding;

/** Arithmetic on vectors. */
final class Vectors {
    private Vectors() {}

    /** The vector scaled to length 1, in place. */
    static float[] unit(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}
