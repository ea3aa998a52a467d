package org.berea.contracts.search;

import java.util.List;
import org.berea.contracts.Check;
import org.jspecify.annotations.Nullable;

/**
 * Which books are searched; all that is given must hold.
 *
 * @param books in any written form; none for all
 * @param testament {@code old}, {@code new} or {@code deuterocanon}
 * @param canon {@code protestant}, {@code catholic} or {@code orthodox}
 */
public record SearchFilter(List<String> books, @Nullable String testament, @Nullable String canon) {
    public static final SearchFilter NONE = new SearchFilter(List.of(), null, null);

    private static final int MOST_BOOKS = 100;
    private static final int LONGEST = 60;

    public SearchFilter {
        books = books == null ? List.of() : List.copyOf(books);
        Check.size("book", books, 0, MOST_BOOKS);
        books.forEach(book -> Check.text("book", book, LONGEST));
    }
}
