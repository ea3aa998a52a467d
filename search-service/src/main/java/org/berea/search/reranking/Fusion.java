package org.berea.search.reranking;

import static java.util.Comparator.comparingDouble;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.scripture.VerseRef;

/**
 * Fuses two rankings by reciprocal ranks: scores of the two legs are of different kinds, ranks are
 * not. Scaled so that a verse that is first in both has 1.
 */
final class Fusion {
    /** The usual constant: how much the first ranks count more than those after. */
    private static final int DAMPING = 60;

    private static final double LEGS = 2;

    private Fusion() {}

    static List<RankedVerse> fuse(List<VerseRef> lexical, List<VerseRef> near) {
        Map<VerseRef, Integer> lexicalRanks = ranks(lexical);
        Map<VerseRef, Integer> nearRanks = ranks(near);
        var verses = new LinkedHashSet<>(lexical);
        verses.addAll(near);
        return verses.stream()
                .map(
                        verse ->
                                ranked(
                                        verse,
                                        lexicalRanks.getOrDefault(verse, Integer.MAX_VALUE),
                                        nearRanks.getOrDefault(verse, Integer.MAX_VALUE)))
                .sorted(comparingDouble(RankedVerse::score).reversed())
                .toList();
    }

    private static RankedVerse ranked(VerseRef verse, int lexical, int near) {
        Reason reason = lexical <= near ? Reason.LEXICAL : Reason.VECTOR;
        double score = (share(lexical) + share(near)) / LEGS;
        return new RankedVerse(verse, score, reason);
    }

    /** 1 for the first rank, which is 0, and next to nothing for a verse that was not found. */
    private static double share(int rank) {
        return (DAMPING + 1.0) / (DAMPING + 1.0 + rank);
    }

    private static Map<VerseRef, Integer> ranks(List<VerseRef> order) {
        var ranks = new HashMap<VerseRef, Integer>();
        order.forEach(verse -> ranks.putIfAbsent(verse, ranks.size()));
        return ranks;
    }
}
