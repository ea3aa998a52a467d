package org.berea.search.reranking;

import static java.util.Comparator.comparingDouble;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.berea.scripture.VerseRef;
import org.berea.search.links.VerseGraph;
import org.berea.search.querying.WantedBooks;

/** Finds further candidates along cross references from those that stand well. */
final class Expansion {
    private static final int MOST = 100;

    private final VerseGraph graph;
    private final double[] strengths;

    private Expansion(VerseGraph graph) {
        this.graph = graph;
        this.strengths = new double[graph.size()];
    }

    /**
     * Those tied most strongly to what stands well, best first, of these books and not in the pool;
     * a verse that is tied to many gives little to each.
     */
    static List<VerseRef> of(Pool pool, VerseGraph graph, WantedBooks books) {
        var expansion = new Expansion(graph);
        Standing standing = pool.standing();
        pool.candidates().forEach(each -> expansion.spread(each.number(), standing));
        pool.candidates().forEach(each -> expansion.strengths[each.number()] = 0);
        return expansion.strongest(books.areAll() ? _ -> true : books::have);
    }

    private void spread(int verse, Standing standing) {
        double strength = graph.strength(verse);
        if (strength > 0 && standing.of(verse) > 0) {
            double given = standing.squared(verse) / strength;
            graph.edges(verse, (to, weight) -> strengths[to] += weight * given);
        }
    }

    private List<VerseRef> strongest(Predicate<VerseRef> wanted) {
        Comparator<Integer> byStrength = comparingDouble(verse -> strengths[verse]);
        var strongest = new PriorityQueue<>(MOST + 1, byStrength);
        double least = 0;
        for (int verse = 0; verse < strengths.length; verse++) {
            if (strengths[verse] > least && wanted.test(graph.verse(verse))) {
                strongest.add(verse);
                if (strongest.size() > MOST) {
                    strongest.remove();
                    least = strengths[strongest.element()];
                }
            }
        }
        return strongest.stream().sorted(byStrength.reversed()).map(graph::verse).toList();
    }
}
