package org.berea.benchmarks.questions;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.berea.benchmarks.lines.Triple;

/**
 * How good the first ten verses of an answer are, 0 to 1.
 *
 * @param recall the share of the right verses among them
 * @param gain the discounted gain of those, as a share of what the best order would have (nDCG)
 */
public record Scores(double recall, double gain) {
    public static final Scores NOTHING = new Scores(0, 0);

    /** How many verses are looked at. */
    public static final int DEPTH = 10;

    /**
     * @param found best first, each verse once
     * @param right at least one
     */
    public static Scores of(List<Triple> found, Set<Triple> right) {
        int[] hits =
                IntStream.range(0, Math.min(DEPTH, found.size()))
                        .filter(rank -> right.contains(found.get(rank)))
                        .toArray();
        double best = gain(IntStream.range(0, Math.min(DEPTH, right.size())));
        return new Scores((double) hits.length / right.size(), gain(IntStream.of(hits)) / best);
    }

    private static double gain(IntStream ranks) {
        return ranks.mapToDouble(rank -> Math.log(2) / Math.log(rank + 2)).sum();
    }
}
