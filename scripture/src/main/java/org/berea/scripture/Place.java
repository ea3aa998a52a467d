package org.berea.scripture;

import java.util.Optional;

/**
 * A chapter and verses as they are written, not yet held against a book.
 *
 * @param chapter {@link #NONE} when only verses are written
 * @param verse {@link #NONE} when whole chapters are meant
 * @param lastVerse {@link #NONE} when it goes to the end of the last chapter
 * @param isPlain whether a chapter and a verse or a word like "chapter" leave no doubt
 * @param from index of its first token
 * @param to index after its last token
 */
record Place(
        int chapter, int verse, int lastChapter, int lastVerse, boolean isPlain, int from, int to) {
    static final int NONE = -1;

    static Place ofChapter(int chapter, boolean isPlain, int from, int to) {
        return new Place(chapter, NONE, chapter, NONE, isPlain, from, to);
    }

    static Place ofVerse(int verse, int from, int to) {
        return new Place(NONE, verse, NONE, verse, true, from, to);
    }

    boolean hasChapter() {
        return chapter != NONE;
    }

    boolean hasVerse() {
        return verse != NONE;
    }

    /** The same verses in a chapter that is named elsewhere. */
    Place in(int chapter) {
        int last = lastChapter == NONE ? chapter : lastChapter;
        return new Place(chapter, verse, last, lastVerse, isPlain, from, to);
    }

    Place until(int lastChapter, int lastVerse, int to) {
        return new Place(chapter, verse, lastChapter, lastVerse, isPlain, from, to);
    }

    /** In a book of one chapter a number alone is a verse. */
    Place asVerse() {
        return new Place(1, chapter, 1, lastChapter, isPlain, from, to);
    }

    /** What it means in this book; empty when the book has no such verses. */
    Optional<VerseRange> within(Book book) {
        if (book == Book.PSALMS && chapter == 151 && lastChapter == 151) {
            return new Place(1, verse, 1, lastVerse, isPlain, from, to).within(Book.PSALM_151);
        }
        int end = lastVerse == NONE ? book.verses(lastChapter) : lastVerse;
        Optional<VerseRef> first = VerseRef.of(book, chapter, hasVerse() ? verse : 1);
        Optional<VerseRef> last = VerseRef.of(book, lastChapter, end);
        return first.flatMap(
                start ->
                        last.filter(stop -> start.compareTo(stop) <= 0)
                                .map(stop -> new VerseRange(start, stop)));
    }

    /** Why the book has no such verses. */
    String reasonAgainst(Book book) {
        if (!book.hasChapter(chapter) || (hasVerse() && !book.hasVerse(chapter, verse))) {
            return Limits.of(book, chapter);
        }
        if (!book.hasChapter(lastChapter)
                || (lastVerse != NONE && !book.hasVerse(lastChapter, lastVerse))) {
            return Limits.of(book, lastChapter);
        }
        return "its end comes before its beginning";
    }
}
