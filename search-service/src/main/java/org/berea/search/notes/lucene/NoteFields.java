package org.berea.search.notes.lucene;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRange;
import org.berea.search.notes.NoteNumbers;
import org.berea.search.notes.NoteText;
import org.berea.search.notes.Owner;

/** The fields of the index, and the conditions that are made of them. */
final class NoteFields {
    /** Of a note or its tombstone: {@link #key}; there is one document of either. */
    static final String NOTE = "note";

    /** Of a piece of a note: the key of the note. */
    static final String PIECE_OF = "piece-of";

    /** Of an erased owner's tombstone: {@link Owner#key}. */
    static final String ERASED = "erased";

    /** {@link Owner#key}, on all that goes when the owner is erased. */
    static final String OWNER = "owner";

    /** When the note was saved or deleted, in microseconds. */
    static final String AT = "at";

    static final String TEXT = "text";
    static final String BOOK = "book";
    static final String MODEL = "model";
    static final String EMBEDDED = "embedded";
    static final String YES = "yes";

    static final String FIRST = "first";
    static final String LAST = "last";
    static final String SUBJECT = "subject";
    static final String ID = "id";
    static final String VERSION = "version";
    static final String KIND = "kind";
    static final String REF = "ref";
    static final String SAVED_AT = "saved-at";

    private NoteFields() {}

    /** A field of Lucene's holds vectors of one dimension only. */
    static String vector(float[] vector) {
        return "vector-" + vector.length;
    }

    static String key(Owner owner, String id) {
        return owner.key() + "|" + id;
    }

    static Term note(Owner owner, String id) {
        return new Term(NOTE, key(owner, id));
    }

    static Term pieces(Owner owner, String id) {
        return new Term(PIECE_OF, key(owner, id));
    }

    static Query pieces(NoteText note, String model) {
        return all(new TermQuery(pieces(note.owner(), note.id())), model(model));
    }

    static Term erased(Owner owner) {
        return new Term(ERASED, owner.key());
    }

    static Query of(Owner owner) {
        return new TermQuery(new Term(OWNER, owner.key()));
    }

    static Query hasText() {
        return new FieldExistsQuery(TEXT);
    }

    static Query isEmbedded() {
        return new TermQuery(new Term(EMBEDDED, YES));
    }

    static Query model(String model) {
        return new TermQuery(new Term(MODEL, model));
    }

    static Query upTo(Owner owner, Instant time) {
        return all(
                of(owner), LongField.newRangeQuery(AT, Long.MIN_VALUE, NoteNumbers.micros(time)));
    }

    /** The owner's, and of them those in these books, none for all. */
    static Query in(Owner owner, Set<Book> books) {
        return books.isEmpty() ? of(owner) : all(of(owner), anyOf(BOOK, codes(books)));
    }

    static Query on(Owner owner, VerseRange verses) {
        return all(
                in(owner, Set.of(verses.book())),
                IntPoint.newRangeQuery(FIRST, 0, NoteNumbers.place(verses.last())),
                IntPoint.newRangeQuery(LAST, NoteNumbers.place(verses.first()), Integer.MAX_VALUE));
    }

    static Query notes(Owner owner, Collection<String> ids) {
        return all(of(owner), anyOf(NOTE, ids.stream().map(id -> key(owner, id)).collect(toSet())));
    }

    static Query all(Query... conditions) {
        var query = new BooleanQuery.Builder();
        for (Query condition : conditions) {
            query.add(condition, Occur.FILTER);
        }
        return query.build();
    }

    private static Query anyOf(String field, Set<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Set<String> codes(Set<Book> books) {
        return books.stream().map(Book::code).collect(toSet());
    }
}
