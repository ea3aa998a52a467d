package org.berea.scripture;

import static org.berea.scripture.Testament.DEUTEROCANON;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The books that a tradition reads as scripture, grouped as the World English Bible groups them.
 *
 * <p>2 Esdras and 4 Maccabees are a matter of dispute: the first stands in the Slavonic Bible (as 3
 * Esdras), the second in an appendix of the Greek one, neither in the Catholic canon. They count as
 * {@link #ORTHODOX}, because whoever narrows a search to that canon rather wants a verse too many
 * than one missing.
 *
 * <p>An edition prints the Greek Esther and Daniel beside the Hebrew ones or instead of them, so
 * that the wider canons have both.
 */
public enum Canon {
    PROTESTANT(Set.of()),
    CATHOLIC(
            EnumSet.of(
                    Book.TOBIT,
                    Book.JUDITH,
                    Book.GREEK_ESTHER,
                    Book.WISDOM_OF_SOLOMON,
                    Book.SIRACH,
                    Book.BARUCH,
                    Book.LETTER_OF_JEREMIAH,
                    Book.FIRST_MACCABEES,
                    Book.SECOND_MACCABEES,
                    Book.GREEK_DANIEL,
                    Book.SONG_OF_THE_THREE_YOUNG_MEN,
                    Book.SUSANNA,
                    Book.BEL_AND_THE_DRAGON)),
    ORTHODOX(
            union(
                    CATHOLIC.books,
                    EnumSet.of(
                            Book.FIRST_ESDRAS,
                            Book.PRAYER_OF_MANASSEH,
                            Book.PSALM_151,
                            Book.THIRD_MACCABEES,
                            Book.SECOND_ESDRAS,
                            Book.FOURTH_MACCABEES)));

    private final Set<Book> books;
    private final String label = name().toLowerCase(Locale.ROOT);

    /**
     * @param more books beyond the sixty-six that all have
     */
    Canon(Set<Book> more) {
        this.books = union(more, protocanon());
    }

    /** The canon with this label, {@code catholic}; lower case only. */
    public static Optional<Canon> of(String label) {
        return Stream.of(values()).filter(canon -> canon.label.equals(label)).findFirst();
    }

    /** The canon's name in lower case, as requests have it. */
    public String label() {
        return label;
    }

    /** The books of this canon in the order of {@link Book}; cannot be changed. */
    public Set<Book> books() {
        return books;
    }

    private static Set<Book> protocanon() {
        EnumSet<Book> books = EnumSet.allOf(Book.class);
        books.removeIf(book -> book.testament() == DEUTEROCANON);
        return books;
    }

    private static Set<Book> union(Set<Book> some, Set<Book> others) {
        EnumSet<Book> books = EnumSet.noneOf(Book.class);
        books.addAll(some);
        books.addAll(others);
        return Collections.unmodifiableSet(books);
    }
}
