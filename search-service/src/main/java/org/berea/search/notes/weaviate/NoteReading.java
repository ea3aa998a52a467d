package org.berea.search.notes.weaviate;

import io.weaviate.client6.v1.api.collections.query.Filter;
import io.weaviate.client6.v1.api.collections.query.Metadata;
import io.weaviate.client6.v1.api.collections.query.SortBy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRange;
import org.berea.search.notes.NoteNumbers;
import org.berea.search.notes.ScoredNote;
import org.berea.search.weaviate.Place;
import org.berea.search.weaviate.Properties;
import org.berea.search.weaviate.Row;
import org.berea.search.weaviate.Rows;

/** Asks one owner's part of a collection. */
final class NoteReading {
    /** So many pieces are looked at, as several may be of one note. */
    private static final int PIECES = 500;

    private final Rows rows;

    NoteReading(Rows rows) {
        this.rows = rows;
    }

    List<ScoredNote> lexical(Place texts, List<String> terms, Set<Book> books, int most) {
        String words = String.join(" ", terms);
        return rows
                .find(
                        texts,
                        it ->
                                it.query.bm25(
                                        words,
                                        query ->
                                                Properties.within(books, query)
                                                        .queryProperties(NoteRows.TERMS)
                                                        .limit(most)
                                                        .returnProperties(NoteRows.ID)
                                                        .returnMetadata(Metadata.SCORE)))
                .stream()
                .map(row -> new ScoredNote(row.text(NoteRows.ID), row.score()))
                .toList();
    }

    List<ScoredNote> nearest(Place vectors, float[] vector, Set<Book> books, int most) {
        List<Row> found =
                rows.find(
                        vectors,
                        it ->
                                it.query.nearVector(
                                        vector,
                                        query ->
                                                Properties.within(books, query)
                                                        .limit(PIECES)
                                                        .returnProperties(NoteRows.ID)
                                                        .returnMetadata(Metadata.DISTANCE)));
        Map<String, ScoredNote> best = new LinkedHashMap<>();
        for (Row row : found) {
            String id = row.text(NoteRows.ID);
            best.putIfAbsent(id, new ScoredNote(id, row.cosine()));
        }
        return best.values().stream().limit(most).toList();
    }

    List<String> on(Place texts, VerseRange verses, int most) {
        Filter within =
                Filter.and(
                        Properties.inBooks(Set.of(verses.book())),
                        Filter.property(NoteRows.FIRST).lte(NoteNumbers.place(verses.last())),
                        Filter.property(NoteRows.LAST).gte(NoteNumbers.place(verses.first())));
        return rows
                .find(
                        texts,
                        it ->
                                it.query.fetchObjects(
                                        query ->
                                                query.filters(within)
                                                        .sort(SortBy.property(NoteRows.AT).desc())
                                                        .limit(most)
                                                        .returnProperties(NoteRows.ID)))
                .stream()
                .map(row -> row.text(NoteRows.ID))
                .toList();
    }
}
