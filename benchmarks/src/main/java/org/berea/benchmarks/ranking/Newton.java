package org.berea.benchmarks.ranking;

/** Goes to the lowest point of a convex loss by Newton's steps. */
final class Newton {
    private static final int MOST_STEPS = 100;
    private static final double ENOUGH = 1e-10;
    private static final double SMALLEST_STEP = 1e-6;
    private static final double ASKED_SHARE = 1e-4;

    private Newton() {}

    /** The best weights, from zero on; always the same for the same loss. */
    static double[] lowest(Softmax loss, int size) {
        double[] weights = new double[size];
        for (int i = 0; i < MOST_STEPS; i++) {
            Softmax.Point point = loss.at(weights);
            double[] direction = solve(point.curvature, point.slope);
            double promised = dot(direction, point.slope);
            if (promised < ENOUGH) {
                return weights;
            }
            weights = step(loss, weights, direction, point.loss, promised);
        }
        return weights;
    }

    /** Half the step until it goes down as the slope promises. */
    private static double[] step(
            Softmax loss, double[] from, double[] direction, double now, double promised) {
        for (double length = 1; length > SMALLEST_STEP; length /= 2) {
            double[] to = new double[from.length];
            for (int i = 0; i < to.length; i++) {
                to[i] = from[i] - length * direction[i];
            }
            if (loss.loss(to) <= now - ASKED_SHARE * length * promised) {
                return to;
            }
        }
        return from;
    }

    /**
     * Gauss's elimination of a positive definite matrix, which it uses up.
     *
     * @return x of matrix · x = right
     */
    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[] x = right.clone();
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (int column = pivot; column < size; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
                x[row] -= factor * x[pivot];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int column = row + 1; column < size; column++) {
                x[row] -= matrix[row][column] * x[column];
            }
            x[row] /= matrix[row][row];
        }
        return x;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
