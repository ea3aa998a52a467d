package org.berea.search.engine.lucene;

import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.VectorSet;

/**
 * The names of fields and the keys in them. What is searched has a field for each import, and for
 * each set of vectors: so each has statistics and a graph of its own, whatever else is stored.
 */
final class Fields {
    /** Of texts and vectors: their import. */
    static final String EDITION = "edition";

    static final String BOOK = "book";

    /** Which verses it is, packed in a number. */
    static final String VERSES = "verses";

    static final String TEXT = "text";
    static final String TEXT_KEY = "text-key";

    /** Of texts: the event that brought them. */
    static final String CHAPTER = "chapter";

    static final String VECTORS = "vectors";
    static final String VECTOR_KEY = "vector-key";

    static final String LINKS = "links";
    static final String LINKS_OF = "links-of";
    static final String LINKS_KEY = "links-key";

    private Fields() {}

    static String words(EditionKey edition) {
        return "words:" + edition.label();
    }

    static String around(EditionKey edition) {
        return "around:" + edition.label();
    }

    static String vector(VectorSet vectors) {
        return "vector:" + label(vectors);
    }

    static Term edition(EditionKey edition) {
        return new Term(EDITION, edition.label());
    }

    static Term text(EditionKey edition, VerseRef verse) {
        return new Term(TEXT_KEY, edition.label() + "|" + verse.wire());
    }

    static Term chapter(EditionKey edition, int sequence) {
        return new Term(CHAPTER, edition.label() + "|" + sequence);
    }

    static Term vectors(VectorSet vectors) {
        return new Term(VECTORS, label(vectors));
    }

    static Term vector(VectorSet vectors, VerseRef verse) {
        return new Term(VECTOR_KEY, label(vectors) + "|" + verse.wire());
    }

    static Term linksOf(String importId) {
        return new Term(LINKS_OF, importId);
    }

    static Term links(String importId, int sequence) {
        return new Term(LINKS_KEY, importId + "|" + sequence);
    }

    static Query books(Set<Book> books) {
        return new TermInSetQuery(
                BOOK, books.stream().map(book -> new BytesRef(book.code())).toList());
    }

    private static String label(VectorSet vectors) {
        return vectors.edition().label() + "|" + vectors.model();
    }
}
