package org.berea.search.meaning;

import org.berea.search.links.VerseGraph;
import org.jspecify.annotations.Nullable;

/**
 * One model's vectors of one edition, each blended with those of the verses that it is tied to.
 * Immutable; verses go by the numbers of the graph. A number of a vector takes a byte, some 15 MB
 * for a whole Bible.
 */
public final class TiedVectors {
    /** What the tied ones weigh together, beside the verse's own with 1. */
    private static final float TIED_WEIGHT = 2;

    private static final float LARGEST = Byte.MAX_VALUE;

    private final byte[] @Nullable [] numbers;
    private final float[] scales;

    private TiedVectors(int verses) {
        numbers = new byte[verses][];
        scales = new float[verses];
    }

    /**
     * @param vectors of unit length, by number of verse; null where there is none
     */
    static TiedVectors of(float[] @Nullable [] vectors, VerseGraph graph) {
        var tied = new TiedVectors(vectors.length);
        for (int verse = 0; verse < vectors.length; verse++) {
            if (vectors[verse] != null) {
                tied.put(verse, blend(verse, vectors[verse], vectors, graph));
            }
        }
        return tied;
    }

    /** Whether the verse has a vector. */
    public boolean has(int verse) {
        return numbers[verse] != null;
    }

    /**
     * How similar a verse that has a vector is to a question, together with what it is tied to.
     *
     * @param question a vector of unit length of the same model
     */
    public double cosine(int verse, float[] question) {
        byte[] vector = numbers[verse];
        if (vector == null) {
            throw new IllegalArgumentException("verse " + verse + " has no vector");
        }
        return dot(question, vector) * scales[verse];
    }

    /** Four sums side by side, since one would wait for itself at every step. */
    private static float dot(float[] question, byte[] vector) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i + 3 < vector.length; i += 4) {
            first += question[i] * vector[i];
            second += question[i + 1] * vector[i + 1];
            third += question[i + 2] * vector[i + 2];
            fourth += question[i + 3] * vector[i + 3];
        }
        for (; i < vector.length; i++) {
            first += question[i] * vector[i];
        }
        return first + second + third + fourth;
    }

    private void put(int verse, float[] blended) {
        float largest = 0;
        double square = 0;
        for (float number : blended) {
            largest = Math.max(largest, Math.abs(number));
            square += number * number;
        }
        var rounded = new byte[blended.length];
        for (int i = 0; i < blended.length; i++) {
            rounded[i] = (byte) Math.round(blended[i] / largest * LARGEST);
        }
        numbers[verse] = rounded;
        scales[verse] = (float) (largest / LARGEST / Math.sqrt(square));
    }

    private static float[] blend(
            int verse, float[] own, float[] @Nullable [] vectors, VerseGraph graph) {
        var sum = new Sum(new float[own.length]);
        graph.edges(verse, (other, weight) -> sum.add(vectors[other], (float) weight));
        float[] blended = own.clone();
        for (int i = 0; i < own.length && sum.weight > 0; i++) {
            blended[i] += TIED_WEIGHT * sum.vector[i] / sum.weight;
        }
        return blended;
    }

    /** A weighed sum of vectors. */
    private static final class Sum {
        private final float[] vector;
        private float weight;

        private Sum(float[] vector) {
            this.vector = vector;
        }

        private void add(float @Nullable [] other, float factor) {
            if (other == null) {
                return;
            }
            weight += factor;
            for (int i = 0; i < vector.length; i++) {
                vector[i] += factor * other[i];
            }
        }
    }
}
