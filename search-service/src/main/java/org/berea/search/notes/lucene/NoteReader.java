package org.berea.search.notes.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.berea.search.notes.NoteCounts;
import org.berea.search.notes.NoteText;
import org.berea.search.notes.Owner;
import org.berea.search.notes.ScoredNote;

/** Reads one state of the index. */
final class NoteReader {
    private static final Set<String> ID = Set.of(NoteFields.ID);

    /** So many that they belong to enough different notes, long as these may be. */
    private static final int PIECES = 1_000;

    private static final Sort NEWEST_FIRST =
            new Sort(LongField.newSortField(NoteFields.AT, true, SortedNumericSelector.Type.MAX));

    private final IndexSearcher searcher;

    NoteReader(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    List<ScoredNote> lexical(Owner owner, List<String> terms, Query where, int most)
            throws IOException {
        var query = new BooleanQuery.Builder().add(where, Occur.FILTER);
        query.setMinimumNumberShouldMatch(1);
        for (String term : terms) {
            query.add(new TermQuery(new Term(NoteFields.TEXT, term)), Occur.SHOULD);
        }
        var own = new OwnStatistics(searcher.getIndexReader(), NoteFields.of(owner));
        var hits = new ArrayList<ScoredNote>();
        for (ScoreDoc doc : own.search(query.build(), most).scoreDocs) {
            hits.add(new ScoredNote(id(doc), doc.score));
        }
        return hits;
    }

    List<ScoredNote> nearest(float[] vector, Query where, int most) throws IOException {
        int wanted = Math.max(most, PIECES);
        var query = new KnnFloatVectorQuery(NoteFields.vector(vector), vector, wanted, where);
        Map<String, ScoredNote> best = new LinkedHashMap<>();
        for (ScoreDoc doc : searcher.search(query, wanted).scoreDocs) {
            // Lucene's score of a dot product is (1 + cosine) / 2.
            String id = id(doc);
            best.putIfAbsent(id, new ScoredNote(id, 2.0 * doc.score - 1));
            if (best.size() == most) {
                break;
            }
        }
        return List.copyOf(best.values());
    }

    List<String> newest(Query where, int most) throws IOException {
        var ids = new ArrayList<String>();
        for (ScoreDoc doc :
                searcher.search(NoteFields.all(where, NoteFields.hasText()), most, NEWEST_FIRST)
                        .scoreDocs) {
            ids.add(id(doc));
        }
        return ids;
    }

    List<NoteText> texts(Query where, int most) throws IOException {
        return read(searcher.search(NoteFields.all(where, NoteFields.hasText()), most));
    }

    List<NoteText> withoutVectors(String model, int most) throws IOException {
        var query =
                new BooleanQuery.Builder()
                        .add(NoteFields.hasText(), Occur.FILTER)
                        .add(NoteFields.model(model), Occur.MUST_NOT);
        return read(searcher.search(query.build(), most));
    }

    NoteCounts counts() throws IOException {
        return new NoteCounts(
                searcher.count(NoteFields.hasText()), searcher.count(NoteFields.isEmbedded()));
    }

    StoredNote stored(Owner owner, String id) throws IOException {
        var found = searcher.search(new TermQuery(NoteFields.note(owner, id)), 1);
        return found.scoreDocs.length == 0
                ? StoredNote.NOTHING
                : NoteDocuments.read(document(found.scoreDocs[0]));
    }

    /** In microseconds; before all time for an owner who was not erased. */
    long erasedAt(Owner owner) throws IOException {
        var found = searcher.search(new TermQuery(NoteFields.erased(owner)), 1);
        return found.scoreDocs.length == 0
                ? Long.MIN_VALUE
                : NoteDocuments.number(document(found.scoreDocs[0]), NoteFields.AT);
    }

    private List<NoteText> read(TopDocs found) throws IOException {
        var notes = new ArrayList<NoteText>();
        for (ScoreDoc doc : found.scoreDocs) {
            notes.add(NoteDocuments.text(document(doc)));
        }
        return notes;
    }

    private String id(ScoreDoc doc) throws IOException {
        return searcher.storedFields().document(doc.doc, ID).get(NoteFields.ID);
    }

    private Document document(ScoreDoc doc) throws IOException {
        return searcher.storedFields().document(doc.doc);
    }
}
