package org.berea.search.lexicon;

import java.util.List;
import java.util.stream.IntStream;
import org.berea.scripture.VerseRef;
import org.berea.search.engine.StoredVerse;

/** Which verses belong together, by number: a verse with its surroundings, a chapter. */
final class Spans {
    /** How far the surroundings of a verse reach on either side, within its chapter. */
    private static final int REACH = 2;

    private final int[] chapterFrom;
    private final int[] chapterTo;

    /** By verse, its chapter's place among all chapters. */
    private final int[] chapter;

    private Spans(int verses) {
        chapterFrom = new int[verses];
        chapterTo = new int[verses];
        chapter = new int[verses];
    }

    /**
     * @param texts in the order of the canon
     */
    static Spans of(List<StoredVerse> texts) {
        var spans = new Spans(texts.size());
        for (int from = 0, to = 0, chapter = 0; from < texts.size(); from = to, chapter++) {
            while (to < texts.size() && sameChapter(texts.get(from), texts.get(to))) {
                to++;
            }
            for (int verse = from; verse < to; verse++) {
                spans.chapterFrom[verse] = from;
                spans.chapterTo[verse] = to;
                spans.chapter[verse] = chapter;
            }
        }
        return spans;
    }

    int verses() {
        return chapterFrom.length;
    }

    Span verse(int verse) {
        return new Span(verse, verse + 1);
    }

    Span surroundings(int verse) {
        return new Span(
                Math.max(chapterFrom[verse], verse - REACH),
                Math.min(chapterTo[verse], verse + REACH + 1));
    }

    /** The place of a verse's chapter in {@link #allChapters}. */
    int chapter(int verse) {
        return chapter[verse];
    }

    List<Span> allVerses() {
        return IntStream.range(0, verses()).mapToObj(this::verse).toList();
    }

    List<Span> allChapters() {
        return IntStream.range(0, verses())
                .filter(verse -> chapterFrom[verse] == verse)
                .mapToObj(verse -> new Span(verse, chapterTo[verse]))
                .toList();
    }

    private static boolean sameChapter(StoredVerse one, StoredVerse other) {
        VerseRef first = one.verses().first();
        VerseRef second = other.verses().first();
        return first.book() == second.book() && first.chapter() == second.chapter();
    }
}
