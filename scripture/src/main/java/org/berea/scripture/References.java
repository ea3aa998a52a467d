package org.berea.scripture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds references to scripture in texts, as people write them. */
public final class References {
    private References() {}

    /**
     * Every reference in the text in order, with offsets into the text as given.
     *
     * <p>Time is linear in the length of the text, whatever it holds. Typography and disguise make
     * no difference: other digits and dashes, invisible characters, markup, numbers in words.
     */
    public static List<Found> in(String text) {
        return in(text, List.of());
    }

    /**
     * As {@link #in(String)}, where {@code verse 28} and {@code 8:28} can also belong to what was
     * spoken of before the text begins.
     *
     * @param context the verses spoken of, the latest last
     */
    public static List<Found> in(String text, List<VerseRange> context) {
        FoldedText folded = FoldedText.of(text, 0, text.length());
        List<Found> found = new ArrayList<>(scan(text, folded, context));
        for (int[] hidden : folded.hidden()) {
            found.addAll(scan(text, FoldedText.of(text, hidden[0] + 1, hidden[1]), List.of()));
        }
        found.sort(Comparator.comparingInt(Found::start));
        return List.copyOf(found);
    }

    /**
     * Reads one reference that is the whole text: {@code "Rom 8:28"}, {@code "psalm 23"}, {@code
     * "ROM.8.27-29"}; empty when it is anything else or the canon has no such verses.
     */
    public static Optional<VerseRange> parse(String one) {
        return VerseRange.parse(one.strip()).or(() -> written(one));
    }

    private static Optional<VerseRange> written(String one) {
        return new ReferenceScanner(one, Tokens.of(one)).whole();
    }

    private static List<Found> scan(String text, FoldedText folded, List<VerseRange> context) {
        return new ReferenceScanner(text, Tokens.of(folded)).scan(context);
    }
}
