package org.berea.scripture;

import java.util.Comparator;
import java.util.Optional;

/**
 * One verse that the versification has; some editions may print no text for it.
 *
 * <p>Ordered as the canon is.
 */
public record VerseRef(Book book, int chapter, int verse) implements Comparable<VerseRef> {
    private static final Comparator<VerseRef> CANON =
            Comparator.comparing(VerseRef::book)
                    .thenComparingInt(VerseRef::chapter)
                    .thenComparingInt(VerseRef::verse);

    /**
     * @throws IllegalArgumentException when the versification has no such verse
     */
    public VerseRef {
        if (!book.hasVerse(chapter, verse)) {
            throw new IllegalArgumentException(
                    "verse: '%s.%d.%d' (expected: %s)"
                            .formatted(book.code(), chapter, verse, Limits.of(book, chapter)));
        }
    }

    /** The verse, or empty when the versification has none such. */
    public static Optional<VerseRef> of(Book book, int chapter, int verse) {
        return book.hasVerse(chapter, verse)
                ? Optional.of(new VerseRef(book, chapter, verse))
                : Optional.empty();
    }

    /** Reads the wire form of one verse, {@code ROM.8.28}; empty for anything else. */
    public static Optional<VerseRef> parse(String wire) {
        return VerseRange.parse(wire)
                .filter(range -> range.first().equals(range.last()))
                .map(VerseRange::first);
    }

    /** The wire form, {@code ROM.8.28}. */
    public String wire() {
        return book.code() + "." + chapter + "." + verse;
    }

    /** For people, {@code Romans 8:28}; {@code Jude 3} in a book of one chapter. */
    public String label() {
        return toRange().label();
    }

    /** The verse after it in the same book; empty after the last. */
    public Optional<VerseRef> next() {
        return of(book, chapter, verse + 1).or(() -> of(book, chapter + 1, 1));
    }

    public VerseRange toRange() {
        return new VerseRange(this, this);
    }

    @Override
    public int compareTo(VerseRef other) {
        return CANON.compare(this, other);
    }

    @Override
    public String toString() {
        return wire();
    }
}
