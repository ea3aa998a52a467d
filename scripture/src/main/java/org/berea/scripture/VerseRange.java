package org.berea.scripture;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Verses of one book from the first to the last, both included, across chapters if need be.
 *
 * <p>Ordered as the canon is, by the first verse and then by the last.
 */
public record VerseRange(VerseRef first, VerseRef last) implements Comparable<VerseRange> {
    private static final String EN_DASH = "–";

    /**
     * @throws IllegalArgumentException when the verses are of two books or in the wrong order
     */
    public VerseRange {
        if (first.book() != last.book() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException(
                    "range: '%s to %s' (expected: two verses of one book in order)"
                            .formatted(first.wire(), last.wire()));
        }
    }

    /**
     * @throws IllegalArgumentException when the versification lacks one of the verses or they are
     *     in the wrong order
     */
    public static VerseRange of(
            Book book, int firstChapter, int firstVerse, int lastChapter, int lastVerse) {
        return new VerseRange(
                new VerseRef(book, firstChapter, firstVerse),
                new VerseRef(book, lastChapter, lastVerse));
    }

    /**
     * Reads the wire form {@code BOOK.chapter.verse[-verse | -chapter.verse]}; empty when it is
     * written otherwise or names no verses of the canon.
     */
    public static Optional<VerseRange> parse(String wire) {
        return WireForm.parse(wire);
    }

    /** The wire form: {@code ROM.8.28}, {@code ROM.8.27-29}, {@code ROM.8.39-9.2}. */
    public String wire() {
        if (first.equals(last)) {
            return first.wire();
        }
        return first.wire() + "-" + (isWithinChapter() ? "" : last.chapter() + ".") + last.verse();
    }

    /**
     * For people: {@code Romans 8:27–29}, {@code Romans 8:39–9:2}, {@code Psalm 23}, {@code Jude
     * 3–5}.
     */
    public String label() {
        if (book().isSingleChapter()) {
            return book().title()
                    + (book() == Book.PSALM_151 ? ":" : " ")
                    + span(first.verse(), last.verse());
        }
        if (isWholeChapters()) {
            return title() + " " + span(first.chapter(), last.chapter());
        }
        String start = title() + " " + first.chapter() + ":";
        return isWithinChapter()
                ? start + span(first.verse(), last.verse())
                : start + first.verse() + EN_DASH + last.chapter() + ":" + last.verse();
    }

    public Book book() {
        return first.book();
    }

    /** Every verse of the versification in the range, in order. */
    public List<VerseRef> verses() {
        return IntStream.rangeClosed(first.chapter(), last.chapter())
                .boxed()
                .flatMap(this::versesOf)
                .toList();
    }

    /** How many verses the range has. */
    public int size() {
        return IntStream.rangeClosed(first.chapter(), last.chapter())
                .map(chapter -> lastIn(chapter) - firstIn(chapter) + 1)
                .sum();
    }

    public boolean contains(VerseRef verse) {
        return first.compareTo(verse) <= 0 && last.compareTo(verse) >= 0;
    }

    public boolean contains(VerseRange other) {
        return contains(other.first) && contains(other.last);
    }

    /** Whether the two have a verse in common. */
    public boolean overlaps(VerseRange other) {
        return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    /** Whether the range is one or more chapters from their first to their last verse. */
    public boolean isWholeChapters() {
        return first.verse() == 1 && last.verse() == book().verses(last.chapter());
    }

    @Override
    public int compareTo(VerseRange other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : last.compareTo(other.last);
    }

    @Override
    public String toString() {
        return wire();
    }

    private boolean isWithinChapter() {
        return first.chapter() == last.chapter();
    }

    private String title() {
        return isWithinChapter() ? book().chapterTitle() : book().title();
    }

    private Stream<VerseRef> versesOf(int chapter) {
        return IntStream.rangeClosed(firstIn(chapter), lastIn(chapter))
                .mapToObj(verse -> new VerseRef(book(), chapter, verse));
    }

    private int firstIn(int chapter) {
        return chapter == first.chapter() ? first.verse() : 1;
    }

    private int lastIn(int chapter) {
        return chapter == last.chapter() ? last.verse() : book().verses(chapter);
    }

    private static String span(int from, int to) {
        return from == to ? Integer.toString(from) : from + EN_DASH + to;
    }
}
