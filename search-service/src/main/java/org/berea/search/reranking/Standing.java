package org.berea.search.reranking;

import java.util.Collection;

/**
 * How well verses stand after a first look: 1 for the best candidate, 0 for those far behind it and
 * for all that are no candidates. By number of verse.
 */
final class Standing {
    /** So far behind the best a candidate counts for nothing. */
    private static final double FAR = 15;

    private final double[] standing;

    private Standing(int verses) {
        standing = new double[verses];
    }

    /**
     * @param best the first score of the best candidate
     * @param verses how many numbers there are
     */
    static Standing of(Collection<Candidate> candidates, double best, int verses) {
        var all = new Standing(verses);
        for (Candidate each : candidates) {
            double behind = (each.firstScore() - best) / FAR;
            all.standing[each.number()] = Math.max(behind + 1, 0);
        }
        return all;
    }

    double of(int verse) {
        return standing[verse];
    }

    /** The square, which leaves little to those in the middle. */
    double squared(int verse) {
        return standing[verse] * standing[verse];
    }
}
