package org.berea.scripture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a text in their plain form, without case, punctuation and markup. */
final class Words {
    private static final String INSIDE_WORDS = "[]";

    private Words() {}

    static List<String> of(String text) {
        String marked = withoutVerseNumbers(text);
        FoldedText folded = FoldedText.of(marked, 0, marked.length());
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            add(folded.charAt(i), word, words);
        }
        finish(word, words);
        return words;
    }

    private static void add(char part, StringBuilder word, List<String> words) {
        if (Character.isLetterOrDigit(part) || part == '\'') {
            word.append(part);
        } else if (INSIDE_WORDS.indexOf(part) < 0) {
            finish(word, words);
        }
    }

    private static void finish(StringBuilder word, List<String> words) {
        String plain = withoutMarks(word).toLowerCase(Locale.ROOT);
        if (!plain.isEmpty()) {
            words.add(plain);
        }
        word.setLength(0);
    }

    /** Apostrophes inside a word belong to it; those at its ends may be quotation marks. */
    private static String withoutMarks(StringBuilder word) {
        int from = 0;
        int to = word.length();
        while (from < to && word.charAt(from) == '\'') {
            from++;
        }
        while (to > from && word.charAt(to - 1) == '\'') {
            to--;
        }
        return word.substring(from, to);
    }

    /** Raised digits and digits in square brackets number verses, they are no words. */
    private static String withoutVerseNumbers(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = endOfVerseNumber(text, at);
            if (end > at) {
                kept.append(' ');
                at = end;
            } else {
                kept.append(text.charAt(at));
                at++;
            }
        }
        return kept.toString();
    }

    private static int endOfVerseNumber(String text, int at) {
        char character = text.charAt(at);
        if (Folding.isRaisedDigit(character)) {
            return at + 1;
        }
        int end = at + 1;
        while (character == '[' && end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        boolean isNumber = end > at + 1 && end < text.length() && text.charAt(end) == ']';
        return isNumber ? end + 1 : at;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
