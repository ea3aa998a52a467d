package org.berea.search.reranking;

import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;

/** Adds the neighbours that make a verse readable, within its chapter. */
final class Widening {
    private static final int NEIGHBOURS = 1;

    private Widening() {}

    static VerseRange widen(VerseRef verse) {
        return widen(verse.toRange());
    }

    static VerseRange widen(VerseRange range) {
        VerseRef first = range.first();
        VerseRef last = range.last();
        int from = Math.max(1, first.verse() - NEIGHBOURS);
        int to = Math.min(last.book().verses(last.chapter()), last.verse() + NEIGHBOURS);
        return VerseRange.of(first.book(), first.chapter(), from, last.chapter(), to);
    }
}
