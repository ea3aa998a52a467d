package org.berea.search.links;

/** Weighted edges by the verse they are attached to, in arrays. */
final class Edges {
    /** By verse, where its edges begin; those of the next verse follow. */
    private final int[] begin;

    private final int[] ends;
    private final float[] weights;

    private Edges(int verses, int size) {
        begin = new int[verses + 1];
        ends = new int[size];
        weights = new float[size];
    }

    /** Sorts edges by the verses at one of their sides. */
    static Edges sorted(int verses, int[] at, int[] ends, float[] weights) {
        var edges = new Edges(verses, at.length);
        for (int verse : at) {
            edges.begin[verse + 1]++;
        }
        for (int verse = 0; verse < verses; verse++) {
            edges.begin[verse + 1] += edges.begin[verse];
        }
        int[] next = edges.begin.clone();
        for (int i = 0; i < at.length; i++) {
            int place = next[at[i]]++;
            edges.ends[place] = ends[i];
            edges.weights[place] = weights[i];
        }
        return edges;
    }

    boolean isEmpty() {
        return ends.length == 0;
    }

    void forEach(int verse, VerseGraph.EdgeUse use) {
        for (int i = begin[verse]; i < begin[verse + 1]; i++) {
            use.edge(ends[i], weights[i]);
        }
    }

    /** The weights of a verse's edges together. */
    double strength(int verse) {
        double sum = 0;
        for (int i = begin[verse]; i < begin[verse + 1]; i++) {
            sum += weights[i];
        }
        return sum;
    }
}
