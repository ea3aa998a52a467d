package org.berea.search.lexicon;

import java.util.Arrays;
import java.util.List;
import org.berea.scripture.VerseRef;
import org.berea.search.analysis.Terms;
import org.berea.search.canon.VerseNumbers;
import org.berea.search.engine.StoredVerse;

/**
 * The terms of one edition. Immutable; those of 38,000 verses take about 10 MB.
 *
 * <p>A text that is printed for several verses stands under the first of them.
 */
public final class Lexicon {
    /** What some editions write where others have the name. */
    private static final String LORD = "lord";

    static final int NO_TEXT = -1;

    private static final List<String> NAMES = List.of("yahweh", "jehovah");

    private static final VerseNumbers VERSES = VerseNumbers.CANON;

    /** By number in the canon, the place of a verse's text among all; or {@link #NO_TEXT}. */
    private final int[] places = new int[VERSES.size()];

    final Tokens tokens;
    final Spans spans;
    final Scale verses;
    final ChapterPostings chapters;

    private Lexicon(List<StoredVerse> texts, Terms terms) {
        tokens = new Tokens(texts.stream().map(text -> terms.of(text.text())).toList());
        spans = Spans.of(texts);
        verses = Scale.of(spans.allVerses(), tokens);
        chapters = new ChapterPostings(spans.allChapters(), tokens);
        Arrays.fill(places, NO_TEXT);
        for (int place = 0; place < texts.size(); place++) {
            places[VERSES.of(texts.get(place).verses().first())] = place;
        }
    }

    /**
     * @param texts of the edition in the order of the canon
     * @param terms as they are indexed
     */
    public static Lexicon of(List<StoredVerse> texts, Terms terms) {
        return new Lexicon(texts, terms);
    }

    /**
     * The question's terms as this edition has them: it may say Lord where the question says
     * Yahweh.
     */
    public List<String> adapted(List<String> terms) {
        return terms.stream().map(this::adapted).distinct().toList();
    }

    /**
     * How the edition speaks of a question.
     *
     * @param terms distinct, in the order of the question
     */
    public Wording wording(List<String> terms) {
        return new Wording(this, terms);
    }

    /** The place of a verse's text, or {@link #NO_TEXT} when none begins with it. */
    int place(VerseRef verse) {
        return places[VERSES.of(verse)];
    }

    private String adapted(String term) {
        boolean saysLord = NAMES.contains(term) && tokens.number(term) == Tokens.UNKNOWN;
        return saysLord ? LORD : term;
    }
}
