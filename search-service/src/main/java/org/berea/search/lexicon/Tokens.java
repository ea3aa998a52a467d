package org.berea.search.lexicon;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The terms of many verses one after another, as numbers. */
final class Tokens {
    /** The number of a term that no verse has. */
    static final int UNKNOWN = -1;

    private static final int ROOM = 1024;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] begin;
    private int[] terms = new int[ROOM];
    private int size;

    /**
     * @param verses the terms of each verse
     */
    Tokens(List<List<String>> verses) {
        begin = new int[verses.size() + 1];
        for (int verse = 0; verse < verses.size(); verse++) {
            verses.get(verse).forEach(this::add);
            begin[verse + 1] = size;
        }
        terms = Arrays.copyOf(terms, size);
    }

    int begin(Span span) {
        return begin[span.from()];
    }

    int end(Span span) {
        return begin[span.to()];
    }

    /** How many terms the verses have. */
    int length(Span span) {
        return end(span) - begin(span);
    }

    int term(int at) {
        return terms[at];
    }

    int number(String term) {
        return numbers.getOrDefault(term, UNKNOWN);
    }

    /** How many different terms there are. */
    int words() {
        return numbers.size();
    }

    private void add(String term) {
        if (size == terms.length) {
            terms = Arrays.copyOf(terms, 2 * size);
        }
        terms[size++] = numbers.computeIfAbsent(term, _ -> numbers.size());
    }
}
