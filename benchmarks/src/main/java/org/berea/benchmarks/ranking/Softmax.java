package org.berea.benchmarks.ranking;

import java.util.List;

/**
 * The loss of an order, listwise: of each question, minus the mean logarithm of the probabilities
 * that a softmax over all candidates gives to the right ones, the less of it the more right verses
 * are no candidates; and a penalty on the squares of the weights. It is convex, so there is one
 * best.
 */
final class Softmax {
    private final List<Example> examples;
    private final Scale scale;
    private final double penalty;

    /**
     * @param penalty on the squares of the scaled weights, beside the mean loss of a question
     */
    Softmax(List<Example> examples, Scale scale, double penalty) {
        this.examples = examples;
        this.scale = scale;
        this.penalty = penalty;
    }

    /** The loss with its slope and its curvature, all at these scaled weights. */
    static final class Point {
        double loss;
        final double[] slope;
        final double[][] curvature;

        Point(int size) {
            slope = new double[size];
            curvature = new double[size][size];
        }
    }

    double loss(double[] weights) {
        double sum = 0;
        double[] raw = scale.unscaled(weights);
        for (Example example : examples) {
            double[] scores = scores(example, raw);
            sum += example.weight() * (logSum(scores) - meanOfRight(example, scores));
        }
        return sum / examples.size() + penalty / 2 * squares(weights);
    }

    Point at(double[] weights) {
        var point = new Point(weights.length);
        double[] raw = scale.unscaled(weights);
        for (Example example : examples) {
            add(example, scores(example, raw), point);
        }
        double share = 1.0 / examples.size();
        point.loss = point.loss * share + penalty / 2 * squares(weights);
        for (int i = 0; i < weights.length; i++) {
            point.slope[i] = point.slope[i] * share + penalty * weights[i];
            for (int j = 0; j < weights.length; j++) {
                point.curvature[i][j] = point.curvature[i][j] * share + (i == j ? penalty : 0);
            }
        }
        return point;
    }

    private void add(Example example, double[] scores, Point point) {
        double logSum = logSum(scores);
        int size = point.slope.length;
        double[] mean = new double[size];
        double[] row = new double[size];
        double weight = example.weight();
        double share = 1.0 / example.rightCount();
        point.loss += weight * (logSum - meanOfRight(example, scores));
        for (int candidate = 0; candidate < scores.length; candidate++) {
            scaledRow(example.values()[candidate], row);
            double probability = Math.exp(scores[candidate] - logSum);
            for (int i = 0; i < size; i++) {
                mean[i] += probability * row[i];
                double wanted = example.right()[candidate] ? share : 0;
                point.slope[i] += weight * (probability - wanted) * row[i];
                for (int j = 0; j <= i; j++) {
                    point.curvature[i][j] += weight * probability * row[i] * row[j];
                }
            }
        }
        takeOff(mean, weight, point.curvature);
    }

    /** The curvature is a covariance: the products of the means go off; both halves are alike. */
    private static void takeOff(double[] mean, double weight, double[][] curvature) {
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j <= i; j++) {
                curvature[i][j] -= weight * mean[i] * mean[j];
                curvature[j][i] = curvature[i][j];
            }
        }
    }

    private void scaledRow(float[] values, double[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = values[i] / scale.spread()[i];
        }
    }

    private static double[] scores(Example example, double[] raw) {
        double[] scores = new double[example.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = example.score(i, raw);
        }
        return scores;
    }

    private static double meanOfRight(Example example, double[] scores) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += example.right()[i] ? scores[i] : 0;
        }
        return sum / example.rightCount();
    }

    private static double logSum(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - most);
        }
        return most + Math.log(sum);
    }

    private static double squares(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight * weight;
        }
        return sum;
    }
}
