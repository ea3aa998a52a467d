package org.berea.embedding.chunking;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text into pieces of about equal length: where a sentence ends when one ends nearby, else
 * between words, else between characters.
 */
final class Splitting {
    // How far from the ideal place a cut may be, as a part of a piece's length.
    private static final double FOR_A_SENTENCE = 0.12;
    private static final double FOR_A_WORD = 0.3;

    private Splitting() {}

    /** At most that many pieces, none of them blank; together they are the whole text. */
    static List<String> split(String text, int pieces) {
        var parts = new ArrayList<String>();
        int begin = 0;
        for (int left = pieces; left > 1; left--) {
            int end = cut(text, begin, (text.length() - begin) / left);
            parts.add(text.substring(begin, end));
            begin = end;
        }
        parts.add(text.substring(begin));
        return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private static int cut(String text, int begin, int length) {
        int ideal = begin + length;
        var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        int cut = nearest(text, ideal, sentences);
        if (Math.abs(cut - ideal) <= length * FOR_A_SENTENCE) {
            return cut;
        }
        cut = nearest(text, ideal, BreakIterator.getWordInstance(Locale.ROOT));
        return Math.abs(cut - ideal) <= length * FOR_A_WORD
                ? cut
                : nearest(text, ideal, BreakIterator.getCharacterInstance(Locale.ROOT));
    }

    private static int nearest(String text, int ideal, BreakIterator boundaries) {
        boundaries.setText(text);
        if (boundaries.isBoundary(ideal)) {
            return ideal;
        }
        int before = boundaries.preceding(ideal);
        int after = boundaries.following(ideal);
        return ideal - before <= after - ideal ? before : after;
    }
}
