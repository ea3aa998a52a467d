package org.berea.search.reranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.berea.scripture.VerseRef;

/**
 * A verse's place among those that one leg found.
 *
 * @param rank from 0; {@link #NOT_FOUND} where the leg did not find it
 * @param score as the leg has it, or that of the last it found where it did not find it: the true
 *     one is at most that
 */
record Place(int rank, double score) {
    static final int NOT_FOUND = Integer.MAX_VALUE;

    /** How soon ranks stop to differ. */
    private static final double DAMPING = 10;

    boolean isFound() {
        return rank != NOT_FOUND;
    }

    /** 1 for the first, less for those after, 0 for what was not found. */
    double reciprocal() {
        return isFound() ? DAMPING / (DAMPING + rank) : 0;
    }

    /** The places of a leg's hits, and of any other verse. */
    static <H> Function<VerseRef, Place> among(
            List<H> hits, Function<H, VerseRef> verse, ToDoubleFunction<H> score) {
        Map<VerseRef, Place> places = new HashMap<>();
        for (H hit : hits) {
            places.putIfAbsent(
                    verse.apply(hit), new Place(places.size(), score.applyAsDouble(hit)));
        }
        double last = hits.isEmpty() ? 0 : score.applyAsDouble(hits.getLast());
        var nowhere = new Place(NOT_FOUND, last);
        return each -> places.getOrDefault(each, nowhere);
    }
}
