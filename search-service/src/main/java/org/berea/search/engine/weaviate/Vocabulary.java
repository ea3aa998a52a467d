package org.berea.search.engine.weaviate;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * How many verses of an import have each term. The server keeps such numbers too, but gives them
 * away only one by one.
 */
final class Vocabulary {
    /** Of an import whose terms have not been counted yet: all terms weigh the same. */
    static final Vocabulary UNKNOWN = new Vocabulary(Map.of(), 0);

    private static final char BLANK = ' ';

    private final Map<String, Integer> having;
    private final int verses;

    private Vocabulary(Map<String, Integer> having, int verses) {
        this.having = having;
        this.verses = verses;
    }

    /**
     * @param texts the terms of each verse, set apart by blanks
     */
    static Vocabulary of(Collection<String> texts) {
        var having = new HashMap<String, Integer>();
        for (String text : texts) {
            for (String term : Set.copyOf(List.of(text.split(" ", -1)))) {
                having.merge(term, 1, Integer::sum);
            }
        }
        return new Vocabulary(having, texts.size());
    }

    /** The weights of a question's terms. */
    Weighed weigh(List<String> terms) {
        double[] weights = terms.stream().mapToDouble(this::rarity).toArray();
        return new Weighed(terms, weights, DoubleStream.of(weights).sum());
    }

    /** Terms, each weighed by how rare it is. */
    record Weighed(List<String> terms, double[] weights, double total) {
        /**
         * What share of them a text has.
         *
         * @param text its terms, set apart by blanks
         */
        double coverage(String text) {
            double covered = 0;
            for (int i = 0; i < weights.length; i++) {
                covered += has(text, terms.get(i)) ? weights[i] : 0;
            }
            return total == 0 ? 0 : covered / total;
        }

        /** Without splitting the text, of which a search sees hundreds. */
        private static boolean has(String text, String term) {
            for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
                int end = at + term.length();
                boolean begins = at == 0 || text.charAt(at - 1) == BLANK;
                if (begins && (end == text.length() || text.charAt(end) == BLANK)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** BM25's inverse document frequency; a term that nothing has is the rarest. */
    private double rarity(String term) {
        double documents = Math.max(1, verses);
        double with = having.getOrDefault(term, 0);
        return Math.log(1 + (documents - with + 0.5) / (with + 0.5));
    }
}
