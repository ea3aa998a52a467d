package org.berea.search.engine;

import java.util.Set;
import org.berea.scripture.Book;
import org.berea.search.editions.EditionKey;

/**
 * Where is looked: in one import, and of it in some books. Every engine filters while it searches,
 * so that what is outside takes no place among the hits.
 *
 * @param books none for all
 */
public record Scope(EditionKey edition, Set<Book> books) {
    public Scope {
        books = Set.copyOf(books);
    }

    /** All books of an import. */
    public static Scope of(EditionKey edition) {
        return new Scope(edition, Set.of());
    }
}
