package org.berea.scripture;

import java.util.Map;

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

    private Ordinals() {}

    /** The number of a book, 1 to 4; 0 when the token is none. */
    static int bookNumber(Token token) {
        return BOOK_NUMBERS.getOrDefault(token.text(), 0);
    }

    /**
     * Whether the token makes the number before it an ordinal: {@code 1st}, but not {@code 1TH}.
     */
    static boolean isSuffix(Token number, Token token) {
        return number.isNumber() && token.isGlued() && token.is(suffix(number.value()));
    }

    private static String suffix(int number) {
        boolean isTeen = number % 100 / 10 == 1;
        return switch (isTeen ? 0 : number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
