package org.berea.scripture;

import java.util.List;

/** A chapter or verses without a book before them, and where they belong. */
sealed interface Located {
    /** Index after the last token. */
    int to();

    /** They belong to a book that is named after them, or was named before by context. */
    record InBook(List<Book> books, List<Place> places, int from, int to, boolean byContext)
            implements Located {}

    /** A word before them reads like the title of a book, but no book is called so. */
    record NoBook(String title, int from, int to) implements Located {}

    /** Nothing says where they belong. */
    record Nowhere(int from, int to) implements Located {}
}
