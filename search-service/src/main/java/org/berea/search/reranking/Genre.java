package org.berea.search.reranking;

import java.util.Arrays;
import org.berea.scripture.Book;
import org.berea.scripture.Testament;

/** What kind of writing a book is. */
enum Genre {
    LAW,
    HISTORY,
    WISDOM,
    PROPHETS,
    DEUTEROCANON,
    GOSPELS,
    ACTS,
    LETTERS,
    REVELATION;

    /** By ordinal of the book. */
    private static final Genre[] GENRES =
            Arrays.stream(Book.values()).map(Genre::decide).toArray(Genre[]::new);

    static Genre of(Book book) {
        return GENRES[book.ordinal()];
    }

    private static Genre decide(Book book) {
        return book.testament() == Testament.DEUTEROCANON ? DEUTEROCANON : by(book);
    }

    private static Genre by(Book book) {
        if (book.compareTo(Book.DEUTERONOMY) <= 0) {
            return LAW;
        }
        if (book.compareTo(Book.ESTHER) <= 0) {
            return HISTORY;
        }
        if (book.compareTo(Book.SONG_OF_SONGS) <= 0) {
            return WISDOM;
        }
        if (book.compareTo(Book.MALACHI) <= 0) {
            return PROPHETS;
        }
        if (book.compareTo(Book.JOHN) <= 0) {
            return GOSPELS;
        }
        return book == Book.ACTS ? ACTS : book == Book.REVELATION ? REVELATION : LETTERS;
    }
}
