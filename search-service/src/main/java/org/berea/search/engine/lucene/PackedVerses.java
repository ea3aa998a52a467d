package org.berea.search.engine.lucene;

import java.util.Optional;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;

/**
 * A range of verses of one book as one number. The book stands in it by its code, so that what is
 * stored stays true when the canon gets more books.
 */
final class PackedVerses {
    private static final int CHAPTER_BITS = 9;
    private static final int VERSE_BITS = 10;
    private static final int PLACE_BITS = CHAPTER_BITS + VERSE_BITS;
    private static final int CODE_LENGTH = 3;
    private static final int CHARACTER_BITS = 7;

    private PackedVerses() {}

    static long pack(VerseRange verses) {
        long book = code(verses.book().code());
        return (book << PLACE_BITS | place(verses.first())) << PLACE_BITS | place(verses.last());
    }

    /** Empty when the canon does not have them any more. */
    static Optional<VerseRange> unpack(long packed) {
        return Book.ofCode(code(packed >>> (2 * PLACE_BITS)))
                .flatMap(
                        book ->
                                verse(book, packed >>> PLACE_BITS)
                                        .flatMap(first -> range(first, verse(book, packed))));
    }

    private static Optional<VerseRange> range(VerseRef first, Optional<VerseRef> last) {
        return last.map(verse -> new VerseRange(first, verse));
    }

    private static Optional<VerseRef> verse(Book book, long place) {
        int chapter = (int) (place >>> VERSE_BITS) & ((1 << CHAPTER_BITS) - 1);
        int verse = (int) place & ((1 << VERSE_BITS) - 1);
        return VerseRef.of(book, chapter, verse);
    }

    private static long place(VerseRef verse) {
        return (long) verse.chapter() << VERSE_BITS | verse.verse();
    }

    private static long code(String code) {
        long packed = 0;
        for (int i = 0; i < CODE_LENGTH; i++) {
            packed = packed << CHARACTER_BITS | code.charAt(i);
        }
        return packed;
    }

    private static String code(long packed) {
        var code = new char[CODE_LENGTH];
        long rest = packed;
        for (int i = CODE_LENGTH - 1; i >= 0; i--) {
            code[i] = (char) (rest & ((1 << CHARACTER_BITS) - 1));
            rest >>>= CHARACTER_BITS;
        }
        return new String(code);
    }
}
