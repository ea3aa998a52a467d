package org.berea.scripture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Holds quotations against the text of their verses.
 *
 * <p>A quotation matches when it has exactly the verse's words, all of them or one run. Case,
 * punctuation, spacing and markup do not count, nor do verse numbers that are raised or in square
 * brackets. An ellipsis marks where words are left out; the runs around it must follow one another
 * in the verse. A changed, added or dropped word is no match, and words put in square brackets
 * count like all others: a reader takes them for part of the sense.
 */
public final class QuotationMatch {
    /** No word is like it, so that no run goes across. */
    private static final String GAP = " ";

    private QuotationMatch() {}

    /**
     * Whether the quotation matches.
     *
     * @param verseText of one verse, or of several joined by blanks
     */
    public static boolean matches(String quotation, String verseText) {
        return contains(Words.of(verseText), quotation);
    }

    /**
     * Whether the quotation matches the texts of consecutive verses; a run may go from one to the
     * next.
     */
    public static boolean matches(String quotation, List<String> verseTexts) {
        return matches(quotation, String.join(" ", verseTexts));
    }

    /**
     * Whether the quotation matches these verses. A run goes from one to the next only where no
     * verse of the canon lies between them; an ellipsis bridges those that do.
     */
    public static boolean matches(String quotation, SequencedMap<VerseRef, String> verses) {
        List<String> words = new ArrayList<>();
        Optional<VerseRef> next = Optional.empty();
        for (var verse : verses.entrySet()) {
            if (!next.equals(Optional.of(verse.getKey()))) {
                words.add(GAP);
            }
            words.addAll(Words.of(verse.getValue()));
            next = verse.getKey().next();
        }
        return contains(words, quotation);
    }

    private static boolean contains(List<String> words, String quotation) {
        int from = 0;
        for (String part : Ellipsis.split(quotation)) {
            List<String> run = Words.of(part);
            int at = indexOf(run, words, from);
            if (at < 0) {
                return false;
            }
            from = at + run.size();
        }
        return true;
    }

    private static int indexOf(List<String> run, List<String> words, int from) {
        for (int at = from; at + run.size() <= words.size(); at++) {
            if (words.subList(at, at + run.size()).equals(run)) {
                return at;
            }
        }
        return -1;
    }
}
