package org.berea.search.engine.weaviate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * How many verses of an import have each term. The server keeps such numbers too, but gives them
 * away only one by one.
 */
final class Vocabulary {
    /** Of an import whose terms have not been counted yet: all terms weigh the same. */
    static final Vocabulary UNKNOWN = new Vocabulary(Map.of(), 0);

    private static final String BLANK = " ";

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
            for (String term : new HashSet<>(split(text))) {
                having.merge(term, 1, Integer::sum);
            }
        }
        return new Vocabulary(having, texts.size());
    }

    /**
     * What share of the terms a text has, each weighed by how rare it is.
     *
     * @param text its terms, set apart by blanks
     */
    double coverage(List<String> terms, String text) {
        var present = new HashSet<>(split(text));
        double covered = 0;
        double total = 0;
        for (String term : terms) {
            double weight = rarity(term);
            total += weight;
            covered += present.contains(term) ? weight : 0;
        }
        return total == 0 ? 0 : covered / total;
    }

    private static List<String> split(String text) {
        return List.of(text.split(BLANK, -1));
    }

    /** BM25's inverse document frequency; a term that nothing has is the rarest. */
    private double rarity(String term) {
        double documents = Math.max(1, verses);
        double with = having.getOrDefault(term, 0);
        return Math.log(1 + (documents - with + 0.5) / (with + 0.5));
    }
}
