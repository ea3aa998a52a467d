package org.berea.search.notes;

import static java.util.Comparator.comparingDouble;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.berea.contracts.completion.Passage.Reason;

/**
 * Fuses two rankings by reciprocal ranks, scaled so that a note that is first in both has 1. Notes
 * are too few and too different from user to user for anything learned.
 */
final class NoteFusion {
    /** The usual constant: how much the first ranks count more than those after. */
    private static final double DAMPING = 60;

    private NoteFusion() {}

    /**
     * A note with its place in the fused order.
     *
     * @param score 0 to 1
     * @param reason the leg that ranked it better
     */
    record Ranked(String id, double score, Reason reason) {}

    static List<Ranked> fuse(List<String> lexical, List<String> near) {
        Map<String, Double> byWords = shares(lexical);
        Map<String, Double> byMeaning = shares(near);
        var ids = new LinkedHashSet<>(lexical);
        ids.addAll(near);
        return ids.stream()
                .map(
                        id ->
                                ranked(
                                        id,
                                        byWords.getOrDefault(id, 0.0),
                                        byMeaning.getOrDefault(id, 0.0)))
                .sorted(comparingDouble(Ranked::score).reversed())
                .toList();
    }

    private static Ranked ranked(String id, double byWords, double byMeaning) {
        Reason reason = byWords >= byMeaning ? Reason.LEXICAL : Reason.VECTOR;
        return new Ranked(id, (byWords + byMeaning) / 2, reason);
    }

    /** 1 for the first rank. */
    private static Map<String, Double> shares(List<String> order) {
        Map<String, Double> shares = new HashMap<>();
        order.forEach(id -> shares.put(id, (DAMPING + 1) / (DAMPING + 1 + shares.size())));
        return shares;
    }
}
