package org.berea.scripture;

import java.util.ArrayList;
import java.util.List;

/** Holds quotations against the text of their verses. */
public final class QuotationMatch {
    private QuotationMatch() {}

    /**
     * Whether the quotation has exactly the verse's words, all or a run of them.
     *
     * <p>Case, punctuation and spacing do not count. An ellipsis marks where words are left out;
     * the runs around it must follow one another in the verse. A changed, added or dropped word is
     * no match.
     *
     * @param verseText of one verse, or of several joined by blanks
     */
    public static boolean matches(String quotation, String verseText) {
        List<String> verse = Words.of(verseText);
        int from = 0;
        for (List<String> run : runs(quotation)) {
            int at = indexOf(run, verse, from);
            if (at < 0) {
                return false;
            }
            from = at + run.size();
        }
        return true;
    }

    /** Whether the quotation has exactly the words of consecutive verses, or a run of them. */
    public static boolean matches(String quotation, List<String> verseTexts) {
        return matches(quotation, String.join(" ", verseTexts));
    }

    private static List<List<String>> runs(String quotation) {
        List<List<String>> runs = new ArrayList<>();
        for (String part : Ellipsis.split(quotation)) {
            List<String> words = Words.of(part);
            if (!words.isEmpty()) {
                runs.add(words);
            }
        }
        return runs;
    }

    private static int indexOf(List<String> run, List<String> verse, int from) {
        for (int at = from; at + run.size() <= verse.size(); at++) {
            if (verse.subList(at, at + run.size()).equals(run)) {
                return at;
            }
        }
        return -1;
    }
}
