package org.berea.benchmarks.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.berea.benchmarks.questions.Scores;

/** Learns from examples of one kind, and finds out by folds how strict a penalty serves best. */
final class Learner {
    private static final List<Double> PENALTIES = List.of(0.003, 0.01, 0.03, 0.1, 0.3);

    private final int folds;
    private final long seed;

    /**
     * @param seed of the order in which examples are dealt out to the folds
     */
    Learner(int folds, long seed) {
        this.folds = folds;
        this.seed = seed;
    }

    /**
     * What was learned.
     *
     * @param examples how many it was learned from
     * @param weights of the features as they are
     * @param penalty the one chosen
     * @param byPenalty the mean of recall and gain over examples that were not learned from
     */
    record Learned(int examples, double[] weights, double penalty, Map<Double, Double> byPenalty) {}

    Learned learn(List<Example> examples) {
        var byPenalty = new LinkedHashMap<Double, Double>();
        PENALTIES.forEach(penalty -> byPenalty.put(penalty, acrossFolds(examples, penalty)));
        double best = Collections.max(byPenalty.entrySet(), Map.Entry.comparingByValue()).getKey();
        return new Learned(examples.size(), weights(examples, best), best, byPenalty);
    }

    static double[] weights(List<Example> examples, double penalty) {
        int features = examples.isEmpty() ? 0 : examples.getFirst().features().size();
        List<Example> teaching = examples.stream().filter(Example::teaches).toList();
        if (teaching.isEmpty()) {
            return new double[features];
        }
        var scale = Scale.of(teaching, features);
        return scale.unscaled(Newton.lowest(new Softmax(teaching, scale, penalty), features));
    }

    private double acrossFolds(List<Example> examples, double penalty) {
        var dealt = new ArrayList<>(examples);
        Collections.shuffle(dealt, new Random(seed));
        double sum = 0;
        for (int fold = 0; fold < folds; fold++) {
            var rest = new ArrayList<Example>();
            var held = new ArrayList<Example>();
            for (int i = 0; i < dealt.size(); i++) {
                (i % folds == fold ? held : rest).add(dealt.get(i));
            }
            double[] weights = weights(rest, penalty);
            sum += held.stream().mapToDouble(example -> worth(example, weights)).sum();
        }
        return sum / Math.max(1, dealt.size());
    }

    private static double worth(Example example, double[] weights) {
        Scores scores = example.scores(weights);
        return (scores.recall() + scores.gain()) / 2;
    }
}
