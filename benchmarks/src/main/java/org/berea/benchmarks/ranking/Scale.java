package org.berea.benchmarks.ranking;

import java.util.List;

/**
 * What the features are divided by, so that one penalty holds all weights back alike. Means need
 * not be taken off: they move all candidates of a question by the same.
 *
 * @param spread the standard deviation within questions; 1 where a feature never differs
 */
record Scale(double[] spread) {
    private static final double LEAST = 1e-9;

    static Scale of(List<Example> examples, int features) {
        double[] squares = new double[features];
        int count = 0;
        for (Example example : examples) {
            double[] mean = mean(example, features);
            for (float[] row : example.values()) {
                for (int i = 0; i < features; i++) {
                    squares[i] += (row[i] - mean[i]) * (row[i] - mean[i]);
                }
            }
            count += example.size();
        }
        for (int i = 0; i < features; i++) {
            double deviation = Math.sqrt(squares[i] / Math.max(1, count));
            squares[i] = deviation > LEAST ? deviation : 1;
        }
        return new Scale(squares);
    }

    /** The weights that the features as they are need for the same order. */
    double[] unscaled(double[] weights) {
        double[] raw = new double[weights.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = weights[i] / spread[i];
        }
        return raw;
    }

    private static double[] mean(Example example, int features) {
        double[] mean = new double[features];
        for (float[] row : example.values()) {
            for (int i = 0; i < features; i++) {
                mean[i] += row[i] / (double) example.size();
            }
        }
        return mean;
    }
}
