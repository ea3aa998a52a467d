package org.berea.scripture;

import java.util.List;

/**
 * The name of a book in a text.
 *
 * @param books the book; several when a number is missing ({@code Corinthians 13:4})
 * @param from index of its first token
 * @param to index after its last token
 */
record BookMention(List<Book> books, Plainness plainness, boolean isCapital, int from, int to) {
    Book book() {
        return books.getFirst();
    }

    boolean lacksNumber() {
        return books.size() > 1;
    }

    BookMention startingAt(int index) {
        return new BookMention(books, plainness, isCapital, index, to);
    }
}
