package org.berea.search.weaviate;

import io.weaviate.client6.v1.api.collections.InvertedIndex;
import io.weaviate.client6.v1.api.collections.Property;
import io.weaviate.client6.v1.api.collections.Tokenization;
import io.weaviate.client6.v1.api.collections.query.BaseQueryOptions;
import io.weaviate.client6.v1.api.collections.query.Filter;
import java.util.List;
import java.util.Set;
import org.berea.scripture.Book;

/** The kinds of properties that collections have, and how they are filtered by. */
public final class Properties {
    /** The code of the book that a verse is in. */
    public static final String BOOK = "book";

    // As Lucene's, so that both engines order verses alike.
    private static final float K1 = 1.2f;
    private static final float B = 0.75f;

    private Properties() {}

    /** Terms that were analysed by us, set apart by blanks; searched by words. */
    public static Property terms(String name) {
        return Property.text(
                name,
                it ->
                        it.tokenization(Tokenization.WHITESPACE)
                                .indexSearchable(true)
                                .indexFilterable(false));
    }

    /** A word that is compared as a whole; filtered by. */
    public static Property word(String name) {
        return Property.text(name, Properties::asFilter);
    }

    /** Several such words. */
    public static Property words(String name) {
        return Property.textArray(name, Properties::asFilter);
    }

    /** A number that is filtered by. */
    public static Property number(String name) {
        return Property.integer(name, it -> it.indexFilterable(true));
    }

    /** A number that is compared by size. */
    public static Property amount(String name) {
        return Property.integer(name, it -> it.indexFilterable(true).indexRangeFilters(true));
    }

    /** A text that is only given back. */
    public static Property stored(String name) {
        return Property.text(name, it -> it.indexSearchable(false).indexFilterable(false));
    }

    /** No stop words of the server's: which words count was decided before. */
    public static InvertedIndex.Builder byWords(InvertedIndex.Builder index) {
        return index.bm25(it -> it.k1(K1).b(B)).stopwords(it -> it.preset("none"));
    }

    /**
     * Only what is in these books.
     *
     * @param books not empty
     */
    public static Filter inBooks(Set<Book> books) {
        return anyOf(BOOK, books.stream().map(Book::code).toList());
    }

    /**
     * The question with the filter for some books, none for all: the server looks at nothing else.
     */
    public static <B extends BaseQueryOptions.Builder<B, ?>> B within(Set<Book> books, B query) {
        return books.isEmpty() ? query : query.filters(inBooks(books));
    }

    /**
     * Only what has one of the words.
     *
     * @param words not empty; a list, because the client sends a single word in a form that the
     *     server refuses
     */
    public static Filter anyOf(String property, List<String> words) {
        return Filter.property(property).containsAny(words);
    }

    /**
     * Only the objects with one of the ids.
     *
     * @param ids not empty
     */
    public static Filter ids(List<String> ids) {
        return Filter.uuid().containsAny(ids.toArray(String[]::new));
    }

    private static Property.Builder asFilter(Property.Builder property) {
        return property.tokenization(Tokenization.FIELD)
                .indexSearchable(false)
                .indexFilterable(true);
    }
}
