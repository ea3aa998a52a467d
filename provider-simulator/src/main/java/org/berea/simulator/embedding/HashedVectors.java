package org.berea.simulator.embedding;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Unit vectors made by hashing: each word adds its own fixed random direction, short words and
 * parts of words less of it, so that texts lie the closer the more words they share.
 */
final class HashedVectors {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORT = 3;
    private static final double SHORT_WORD = 0.3;
    private static final double STEM = 0.7;
    private static final int STEM_LENGTH = 5;

    private HashedVectors() {}

    /** The vector of a text; the same text always has the same one. */
    static float[] of(String text, int dimension) {
        double[] sum = new double[dimension];
        for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT))) {
            add(sum, word, word.length() <= SHORT ? SHORT_WORD : 1);
            if (word.length() > STEM_LENGTH) {
                add(sum, word.substring(0, STEM_LENGTH) + "…", STEM);
            }
        }
        return normalised(sum, text);
    }

    private static void add(double[] sum, String word, double weight) {
        var direction = new SplittableRandom(seed(word));
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * (direction.nextDouble() - 0.5);
        }
    }

    private static long seed(String word) {
        return word.chars().asLongStream().reduce(1125899906842597L, (seed, c) -> 31 * seed + c);
    }

    private static float[] normalised(double[] sum, String text) {
        double length = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
        if (length == 0) {
            throw new IllegalStateException("no direction for '" + text + "'");
        }
        float[] vector = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            vector[i] = (float) (sum[i] / length);
        }
        return vector;
    }
}
