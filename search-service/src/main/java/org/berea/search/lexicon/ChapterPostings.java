package org.berea.search.lexicon;

import java.util.Arrays;
import java.util.List;

/** By term, which chapters have it and how often. */
final class ChapterPostings {
    /** By term, where its chapters begin; those of the next term follow. */
    private final int[] begin;

    private final int[] chapters;
    private final int[] counts;
    private final int[] lengths;
    private final Scale scale;

    /**
     * @param spans of the chapters, in order
     */
    ChapterPostings(List<Span> spans, Tokens tokens) {
        scale = Scale.of(spans, tokens);
        lengths = spans.stream().mapToInt(tokens::length).toArray();
        begin = new int[tokens.words() + 1];
        for (int term = 0; term < tokens.words(); term++) {
            begin[term + 1] = begin[term] + scale.having(term);
        }
        chapters = new int[begin[tokens.words()]];
        counts = new int[begin[tokens.words()]];
        fill(spans, tokens);
    }

    /** BM25 of every chapter, for the terms with these numbers. */
    double[] scores(int[] terms) {
        var scores = new double[lengths.length];
        for (int term : terms) {
            if (term != Tokens.UNKNOWN) {
                double rarity = scale.rarity(term);
                for (int i = begin[term]; i < begin[term + 1]; i++) {
                    scores[chapters[i]] += scale.score(rarity, counts[i], lengths[chapters[i]]);
                }
            }
        }
        return scores;
    }

    private void fill(List<Span> spans, Tokens tokens) {
        int[] next = Arrays.copyOf(begin, begin.length - 1);
        for (int chapter = 0; chapter < spans.size(); chapter++) {
            int end = tokens.end(spans.get(chapter));
            for (int at = tokens.begin(spans.get(chapter)); at < end; at++) {
                int term = tokens.term(at);
                int last = next[term] - 1;
                if (last < begin[term] || chapters[last] != chapter) {
                    last = next[term]++;
                    chapters[last] = chapter;
                }
                counts[last]++;
            }
        }
    }
}
