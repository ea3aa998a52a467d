package org.berea.search.engine;

/** Vectors of unit length with a known angle between them. */
public final class Vectors {
    public static final int DIMENSION = 384;

    private Vectors() {}

    /** Unit vectors along different axes have cosine 0. */
    public static float[] axis(int number) {
        var vector = new float[DIMENSION];
        vector[number] = 1;
        return vector;
    }

    /** A unit vector whose cosine with the axis is as given; the rest lies along the last axis. */
    public static float[] near(int axis, double cosine) {
        var vector = new float[DIMENSION];
        vector[axis] = (float) cosine;
        vector[DIMENSION - 1] = (float) Math.sqrt(1 - cosine * cosine);
        return vector;
    }
}
