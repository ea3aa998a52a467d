package org.berea.worker.usfm;

import java.util.List;
import org.berea.scripture.Book;

/** A book and those of its verses that have text, in the order of the file. */
public record UsfmBook(Book book, List<UsfmVerse> verses) {
    public UsfmBook {
        verses = List.copyOf(verses);
    }
}
