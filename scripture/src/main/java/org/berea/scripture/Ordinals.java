package org.berea.scripture;

import java.util.Map;
import java.util.Set;

/** The numbers that stand before the names of books. */
final class Ordinals {
    private static final Map<String, Integer> BOOK_NUMBERS =
            Map.ofEntries(
                    Map.entry("1", 1),
                    Map.entry("2", 2),
                    Map.entry("3", 3),
                    Map.entry("4", 4),
                    Map.entry("i", 1),
                    Map.entry("ii", 2),
                    Map.entry("iii", 3),
                    Map.entry("iv", 4),
                    Map.entry("iiii", 4),
                    Map.entry("first", 1),
                    Map.entry("second", 2),
                    Map.entry("third", 3),
                    Map.entry("fourth", 4),
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3));
    private static final Set<String> SUFFIXES = Set.of("st", "nd", "rd", "th");

    private Ordinals() {}

    /** The number of a book, 1 to 4; 0 when the token is none. */
    static int bookNumber(Token token) {
        return BOOK_NUMBERS.getOrDefault(token.text(), 0);
    }

    static boolean isSuffix(Token token) {
        return token.isGlued() && SUFFIXES.contains(token.text());
    }
}
