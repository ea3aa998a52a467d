package org.berea.search.canon;

import java.util.Arrays;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRef;

/** Numbers the verses of the canon from 0 in its order, so that arrays can be kept by verse. */
public final class VerseNumbers {
    public static final VerseNumbers CANON = new VerseNumbers();

    private final VerseRef[] verses =
            Arrays.stream(Book.values())
                    .flatMap(book -> book.allVerses().stream())
                    .toArray(VerseRef[]::new);

    /** By book and chapter, the number of the chapter's first verse. */
    private final int[][] chapters = new int[Book.values().length][];

    private VerseNumbers() {
        for (Book book : Book.values()) {
            chapters[book.ordinal()] = new int[book.chapters() + 1];
        }
        for (int i = 0; i < verses.length; i++) {
            VerseRef verse = verses[i];
            if (verse.verse() == 1) {
                chapters[verse.book().ordinal()][verse.chapter()] = i;
            }
        }
    }

    /** How many verses there are. */
    public int size() {
        return verses.length;
    }

    public int of(VerseRef verse) {
        return chapters[verse.book().ordinal()][verse.chapter()] + verse.verse() - 1;
    }

    public VerseRef verse(int number) {
        return verses[number];
    }
}
