package org.berea.search.engine.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.VectorHit;

/** Searches one view. */
final class LuceneSnapshot implements Snapshot {
    private static final Set<String> VERSE = Set.of(Documents.VERSE);
    private static final Set<String> VERSE_AND_TEXT = Set.of(Documents.VERSE, Documents.TEXT);

    /** The graph's recall of the first ten is .93 when only ten are asked for. */
    private static final int FEWEST_NEIGHBOURS = 50;

    private final View view;

    LuceneSnapshot(View view) {
        this.view = view;
    }

    @Override
    public Manifest manifest() {
        return view.manifest();
    }

    @Override
    public List<LexicalHit> lexical(EditionKey edition, List<String> terms, int most) {
        if (terms.isEmpty()) {
            return List.of();
        }
        try {
            var search = new LexicalSearch(view.searcher(), Documents.term(edition), terms);
            TopDocs found = search.best(most);
            Map<Integer, Double> coverage = search.coverage(found);
            var hits = new ArrayList<LexicalHit>();
            for (ScoreDoc doc : found.scoreDocs) {
                double covered = coverage.getOrDefault(doc.doc, 0.0);
                read(doc, verse -> hits.add(new LexicalHit(verse, doc.score, covered)));
            }
            return hits;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<VectorHit> nearest(EditionKey edition, float[] vector, int most) {
        var ofEdition = new TermQuery(Documents.term(edition));
        int wanted = Math.max(most, FEWEST_NEIGHBOURS);
        var query = new KnnFloatVectorQuery(Documents.VECTOR, vector, wanted, ofEdition);
        try {
            var hits = new ArrayList<VectorHit>();
            for (ScoreDoc doc : view.searcher().search(query, most).scoreDocs) {
                // Lucene's score of a dot product is (1 + cosine) / 2.
                read(doc, verse -> hits.add(new VectorHit(verse, 2.0 * doc.score - 1)));
            }
            return hits;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Map<VerseRef, String> texts(EditionKey edition, Collection<VerseRef> verses) {
        if (verses.isEmpty()) {
            return Map.of();
        }
        var keys =
                verses.stream().map(verse -> new BytesRef(Documents.key(edition, verse))).toList();
        var query = new TermInSetQuery(Documents.TEXT_KEY, keys);
        try {
            var texts = new HashMap<VerseRef, String>();
            for (ScoreDoc doc : view.searcher().search(query, verses.size()).scoreDocs) {
                Document stored = view.searcher().storedFields().document(doc.doc, VERSE_AND_TEXT);
                Documents.verse(stored)
                        .ifPresent(verse -> texts.put(verse, stored.get(Documents.TEXT)));
            }
            return texts;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            view.release();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void read(ScoreDoc doc, Consumer<VerseRef> use) throws IOException {
        Documents.verse(view.searcher().storedFields().document(doc.doc, VERSE)).ifPresent(use);
    }

    private static UncheckedIOException unreadable(IOException cause) {
        return new UncheckedIOException("the index cannot be read", cause);
    }
}
