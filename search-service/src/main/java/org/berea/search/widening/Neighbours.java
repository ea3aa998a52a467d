package org.berea.search.widening;

import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;

/** The verses on either side that make a verse readable, within its chapter. */
public final class Neighbours {
    private Neighbours() {}

    /** The verses with up to so many before and after them. */
    public static VerseRange with(VerseRange verses, int context) {
        VerseRef first = verses.first();
        VerseRef last = verses.last();
        int from = Math.max(1, first.verse() - context);
        int to = Math.min(last.book().verses(last.chapter()), last.verse() + context);
        return VerseRange.of(first.book(), first.chapter(), from, last.chapter(), to);
    }
}
