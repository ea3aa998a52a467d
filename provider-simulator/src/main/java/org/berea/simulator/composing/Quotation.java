package org.berea.simulator.composing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes words out of a verse exactly as they stand there. */
final class Quotation {
    private static final int FEWEST = 4;
    private static final int MOST = 14;
    private static final Pattern MARKS = Pattern.compile("[\"“”«»()\\[\\]]|[‘']\\B|\\B[’']|\\B‘");
    private static final Pattern CLAUSE_END = Pattern.compile("[,;:.!?…—–]$");

    private Quotation() {}

    /**
     * The first clause of at least four words out of the longest part without quotation marks, so
     * that it can stand between quotation marks itself; at most fourteen words, no mark at its end.
     * Fewer than four could not be told from emphasis, and an exchanged word would go unnoticed.
     */
    static String from(String verse) {
        String[] words = longestPart(verse).split("\\s+");
        int length = 0;
        while (length < Math.min(words.length, MOST) && !isWhole(words, length)) {
            length++;
        }
        String taken = String.join(" ", List.of(words).subList(0, length));
        return taken.replaceAll("[\\p{Punct}…—–]+$", "");
    }

    private static boolean isWhole(String[] words, int length) {
        return length >= FEWEST && CLAUSE_END.matcher(words[length - 1]).find();
    }

    private static String longestPart(String verse) {
        return Arrays.stream(MARKS.split(verse))
                .map(String::strip)
                .max(Comparator.comparingInt(String::length))
                .orElse(verse)
                .strip();
    }

    /** The same words with one exchanged: what a careless model does to a verse. */
    static String altered(String quotation) {
        String victim =
                Arrays.stream(quotation.split("[^\\p{L}]+"))
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
        String wrong = victim.equalsIgnoreCase("mountains") ? "rivers" : "mountains";
        return quotation.replaceFirst(
                "\\b" + Pattern.quote(victim) + "\\b", Matcher.quoteReplacement(wrong));
    }
}
