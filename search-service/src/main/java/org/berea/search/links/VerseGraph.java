package org.berea.search.links;

import java.util.List;
import java.util.TreeMap;
import org.berea.scripture.VerseRef;
import org.berea.search.canon.VerseNumbers;

/**
 * Cross references as a graph of verses, for ranking. Immutable; verses go by their {@link #number
 * numbers}.
 *
 * <p>A reference to several verses leads to each of the first ten, with its votes divided by the
 * root of their number. What readers did not vote for is left out. An edge weighs the logarithm of
 * one plus its votes, since the thousandth vote says little.
 */
public final class VerseGraph {
    private static final VerseNumbers VERSES = VerseNumbers.CANON;
    private static final int MOST_VERSES = 10;

    private final Edges outgoing;
    private final Edges incoming;

    private final double[] centrality = new double[VERSES.size()];

    /** By verse, the weights of all its edges together. */
    private final double[] strengths = new double[VERSES.size()];

    private VerseGraph(TreeMap<Long, Double> votesByEdge) {
        int size = votesByEdge.size();
        var from = new int[size];
        var to = new int[size];
        var weights = new float[size];
        int i = 0;
        for (var edge : votesByEdge.entrySet()) {
            from[i] = (int) (edge.getKey() / VERSES.size());
            to[i] = (int) (edge.getKey() % VERSES.size());
            weights[i] = (float) Math.log1p(edge.getValue());
            centrality[to[i]] += edge.getValue();
            i++;
        }
        outgoing = Edges.sorted(VERSES.size(), from, to, weights);
        incoming = Edges.sorted(VERSES.size(), to, from, weights);
        for (int verse = 0; verse < strengths.length; verse++) {
            centrality[verse] = Math.log1p(centrality[verse]);
            strengths[verse] = outgoing.strength(verse) + incoming.strength(verse);
        }
    }

    static VerseGraph of(List<Reference> references) {
        var votesByEdge = new TreeMap<Long, Double>();
        for (Reference each : references) {
            if (each.votes() > 0) {
                add(each, votesByEdge);
            }
        }
        return new VerseGraph(votesByEdge);
    }

    /** What is done with an edge. */
    @FunctionalInterface
    public interface EdgeUse {
        /**
         * @param verse at the other end
         */
        void edge(int verse, double weight);
    }

    public boolean isEmpty() {
        return outgoing.isEmpty();
    }

    /** How many numbers there are. */
    public int size() {
        return VERSES.size();
    }

    public int number(VerseRef verse) {
        return VERSES.of(verse);
    }

    public VerseRef verse(int number) {
        return VERSES.verse(number);
    }

    /** The edges that start from a verse. */
    public void outgoing(int verse, EdgeUse use) {
        outgoing.forEach(verse, use);
    }

    /** The edges that lead to a verse, each with where it starts. */
    public void incoming(int verse, EdgeUse use) {
        incoming.forEach(verse, use);
    }

    /** The edges of a verse in either direction. */
    public void edges(int verse, EdgeUse use) {
        outgoing.forEach(verse, use);
        incoming.forEach(verse, use);
    }

    /** The weights of all edges of a verse in either direction together. */
    public double strength(int verse) {
        return strengths[verse];
    }

    /** How central a verse is: the logarithm of one plus the votes of all references to it. */
    public double centrality(int verse) {
        return centrality[verse];
    }

    private static void add(Reference reference, TreeMap<Long, Double> votesByEdge) {
        int last = Math.min(reference.last(), reference.first() + MOST_VERSES - 1);
        int count = last - reference.first() + 1;
        for (int to = reference.first(); to <= last; to++) {
            if (to != reference.from()) {
                long edge = (long) reference.from() * VERSES.size() + to;
                votesByEdge.merge(edge, reference.votes() / Math.sqrt(count), Double::sum);
            }
        }
    }
}
