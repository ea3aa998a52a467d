package org.berea.benchmarks.ranking;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was learned, by kind of question.
 *
 * @param examples how many it was learned from
 */
record Weights(
        List<String> features,
        Map<String, Learner.Learned> kinds,
        int examples,
        int folds,
        long seed) {

    /** Those of a kind; nothing is preferred in a kind that was never learned from. */
    double[] of(String kind) {
        Learner.Learned learned = kinds.get(kind);
        return learned == null ? new double[features.size()] : learned.weights();
    }

    /** A table that tells how it was made: kind, feature, weight. */
    void write(BufferedWriter file) throws IOException {
        file.write(
                """
                # By what search orders its candidates: kind of question, feature, weight. Learned by
                # ./berea measure ranking from %d questions (%d folds, seed %d); a candidate's score is
                # the sum of its features, each times its weight.
                """
                        .formatted(examples, folds, seed));
        for (String kind : kinds.keySet()) {
            double[] weights = of(kind);
            for (int i = 0; i < weights.length; i++) {
                file.write(row(kind, i, weights[i]));
            }
        }
    }

    void describe(PrintStream out) {
        kinds.forEach(
                (kind, learned) ->
                        out.printf(
                                "%s: penalty %s; across %d folds, mean of recall and gain by"
                                        + " penalty: %s%n",
                                kind, learned.penalty(), folds, told(learned.byPenalty())));
    }

    private static String told(Map<Double, Double> byPenalty) {
        return byPenalty.entrySet().stream()
                .map(
                        entry ->
                                String.format(
                                        Locale.ROOT, "%s %.4f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String row(String kind, int feature, double weight) {
        return String.format(Locale.ROOT, "%s\t%s\t%.6g\n", kind, features.get(feature), weight);
    }
}
