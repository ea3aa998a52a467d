package org.berea.search.querying;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.search.SearchFilter;
import org.berea.scripture.Book;
import org.berea.scripture.Canon;
import org.berea.scripture.Testament;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;

/**
 * The books that are searched. None at all is a choice too: a filter that contradicts itself finds
 * nothing rather than everything.
 */
public record WantedBooks(Set<Book> books) {
    private static final Set<Book> ALL = EnumSet.allOf(Book.class);

    public WantedBooks {
        EnumSet<Book> own = EnumSet.noneOf(Book.class);
        own.addAll(books);
        books = Collections.unmodifiableSet(own);
    }

    /**
     * The books for which all that the filter says holds.
     *
     * @throws InvalidValueException naming the field that is no book, testament or canon
     */
    public static WantedBooks of(SearchFilter filter) {
        Set<Book> wanted = EnumSet.copyOf(ALL);
        if (!filter.books().isEmpty()) {
            wanted.retainAll(named(filter.books()));
        }
        Optional.ofNullable(filter.testament())
                .ifPresent(part -> wanted.removeIf(book -> book.testament() != testament(part)));
        Optional.ofNullable(filter.canon())
                .ifPresent(canon -> wanted.retainAll(canon(canon).books()));
        return new WantedBooks(wanted);
    }

    public boolean areNone() {
        return books.isEmpty();
    }

    public boolean areAll() {
        return books.size() == ALL.size();
    }

    public boolean have(VerseRange verses) {
        return books.contains(verses.book());
    }

    public boolean have(VerseRef verse) {
        return books.contains(verse.book());
    }

    private static Set<Book> named(List<String> written) {
        return written.stream().map(WantedBooks::book).collect(Collectors.toSet());
    }

    private static Book book(String written) {
        return Book.ofCode(written)
                .or(() -> Book.named(written))
                .orElseThrow(
                        () ->
                                InvalidValueException.of(
                                        "book", written, "the name or code of a book"));
    }

    private static Testament testament(String label) {
        return Testament.of(label)
                .orElseThrow(
                        () -> unknown("testament", label, Testament.values(), Testament::label));
    }

    private static Canon canon(String label) {
        return Canon.of(label)
                .orElseThrow(() -> unknown("canon", label, Canon.values(), Canon::label));
    }

    private static <T> InvalidValueException unknown(
            String field, String given, T[] known, Function<T, String> label) {
        String labels = Arrays.stream(known).map(label).collect(Collectors.joining(", "));
        return InvalidValueException.of(field, given, "one of " + labels);
    }
}
