package org.berea.worker.crossreferences;

import java.util.List;
import java.util.Optional;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;

/** What a cross reference leads to: a verse, or a range {@code John.1.1-John.1.3}. */
record OsisTarget(OsisVerse first, OsisVerse last) {
    private static final String TO = "-";

    /** Empty when it is written otherwise or ends before it begins. */
    static Optional<OsisTarget> parse(String text) {
        String[] ends = text.split(TO, -1);
        if (ends.length > 2) {
            return Optional.empty();
        }
        Optional<OsisVerse> first = OsisVerse.parse(ends[0]);
        Optional<OsisVerse> last = ends.length == 1 ? first : OsisVerse.parse(ends[1]);
        return first.flatMap(from -> last.map(to -> new OsisTarget(from, to)))
                .filter(target -> !target.first.isAfter(target.last));
    }

    boolean exists() {
        return first.exists() && last.exists();
    }

    /**
     * The verses, all of one book; or where the range goes on in another, {@code
     * 2Chr.36.22-Ezra.1.3}, one for either book.
     *
     * @throws IllegalArgumentException when it does not exist
     */
    List<VerseRange> ranges() {
        VerseRef from = first.ref();
        VerseRef to = last.ref();
        return from.book() == to.book()
                ? List.of(new VerseRange(from, to))
                : List.of(
                        new VerseRange(from, endOf(from.book())),
                        new VerseRange(new VerseRef(to.book(), 1, 1), to));
    }

    private static VerseRef endOf(Book book) {
        return new VerseRef(book, book.chapters(), book.verses(book.chapters()));
    }
}
