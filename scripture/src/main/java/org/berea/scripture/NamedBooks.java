package org.berea.scripture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The books named so far, to which a chapter and verse without a book can belong. */
final class NamedBooks {
    private static final int MOST = 8;

    private final List<Book> certain = new ArrayList<>();
    private final List<Book> possible = new ArrayList<>();
    private int chapter;

    /** Verses were read: their book is named, and their last chapter is where "verse 5" is. */
    void read(VerseRange range) {
        name(certain, range.book());
        chapter = range.last().chapter();
    }

    /**
     * A book was named alone. Where the name is also a person's or a word, it only possibly was.
     */
    void mention(BookMention mention) {
        boolean isPlain = mention.plainness() == Plainness.PLAIN && mention.isCapital();
        if (isPlain && !certain.isEmpty() && certain.getFirst() != mention.book()) {
            chapter = 0;
        }
        if (isPlain || mention.plainness() != Plainness.SHORT) {
            mention.books().forEach(book -> name(isPlain ? certain : possible, book));
        }
    }

    /** The chapter read last, 0 when there was none or another book was named since. */
    int chapter() {
        return chapter;
    }

    Optional<Book> likeliest() {
        return candidates().stream().findFirst();
    }

    Optional<Book> lastCertain() {
        return certain.stream().findFirst();
    }

    /** The likeliest first. */
    List<Book> candidates() {
        List<Book> all = new ArrayList<>(certain);
        possible.stream().filter(book -> !certain.contains(book)).forEach(all::add);
        return all;
    }

    private static void name(List<Book> books, Book book) {
        books.remove(book);
        books.addFirst(book);
        if (books.size() > MOST) {
            books.removeLast();
        }
    }
}
