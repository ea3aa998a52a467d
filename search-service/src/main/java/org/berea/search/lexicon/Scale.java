package org.berea.search.lexicon;

import java.util.Arrays;
import java.util.List;

/**
 * How common terms are among documents of one size, verses or chapters, and how BM25 scores them
 * so.
 */
final class Scale {
    /** How soon a term that is repeated says nothing more, as usual. */
    private static final double SATURATION = 1.2;

    /** How much long documents are held against, as usual. */
    private static final double LENGTH_WEIGHT = 0.75;

    /** By term, how many documents have it. */
    private final int[] having;

    private final int documents;
    private final double averageLength;

    private Scale(int[] having, int documents, double averageLength) {
        this.having = having;
        this.documents = documents;
        this.averageLength = averageLength;
    }

    static Scale of(List<Span> documents, Tokens tokens) {
        var having = new int[tokens.words()];
        var lastSeen = new int[tokens.words()];
        Arrays.fill(lastSeen, -1);
        long length = 0;
        for (int document = 0; document < documents.size(); document++) {
            int end = tokens.end(documents.get(document));
            for (int at = tokens.begin(documents.get(document)); at < end; at++) {
                int term = tokens.term(at);
                having[term] += lastSeen[term] == document ? 0 : 1;
                lastSeen[term] = document;
                length++;
            }
        }
        int count = documents.size();
        return new Scale(having, count, (double) length / Math.max(1, count));
    }

    /** How many documents have the term. */
    int having(int term) {
        return having[term];
    }

    /** BM25's inverse document frequency; a term that nothing has is the rarest. */
    double rarity(int term) {
        int count = term == Tokens.UNKNOWN ? 0 : having(term);
        return Math.log(1 + (documents - count + 0.5) / (count + 0.5));
    }

    /**
     * What a term adds to a document's score.
     *
     * @param count how often the document has it
     * @param length how many terms the document has
     */
    double score(double rarity, int count, int length) {
        double norm = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / averageLength;
        return rarity * count / (count + SATURATION * norm);
    }
}
