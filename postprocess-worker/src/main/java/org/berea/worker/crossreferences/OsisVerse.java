package org.berea.worker.crossreferences;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRef;

/** A verse as OSIS writes it, {@code Gen.1.1}; the versification may lack it. */
record OsisVerse(Book book, int chapter, int verse) {
    private static final Pattern FORM =
            Pattern.compile("([1-4]?[A-Za-z][A-Za-z0-9]*)\\.(\\d{1,3})\\.(\\d{1,3})");

    /** Empty when it is written otherwise or names no book. */
    static Optional<OsisVerse> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Book.ofOsis(matcher.group(1))
                        .map(
                                book ->
                                        new OsisVerse(
                                                book,
                                                Integer.parseInt(matcher.group(2)),
                                                Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    boolean exists() {
        return book.hasVerse(chapter, verse);
    }

    /**
     * @throws IllegalArgumentException when the versification lacks it
     */
    VerseRef ref() {
        return new VerseRef(book, chapter, verse);
    }

    boolean isAfter(OsisVerse other) {
        if (book != other.book) {
            return book.compareTo(other.book) > 0;
        }
        return chapter != other.chapter ? chapter > other.chapter : verse > other.verse;
    }
}
