package org.berea.search.engine.lucene;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Manifest;
import org.berea.search.editions.VectorSet;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.LinkLines;
import org.berea.search.engine.Scope;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.StoredVerse;
import org.berea.search.engine.VectorHit;

/** Searches one view. */
final class LuceneSnapshot implements Snapshot {
    /** The graph's recall of the first ten is .93 when only ten are asked for. */
    private static final int FEWEST_NEIGHBOURS = 50;

    /** More than the longest chapter has. */
    private static final int MOST_OF_A_CHAPTER = 1_000;

    private final View view;

    LuceneSnapshot(View view) {
        this.view = view;
    }

    @Override
    public Manifest manifest() {
        return view.manifest();
    }

    @Override
    public List<LexicalHit> lexical(Scope scope, List<String> terms, int most) {
        if (terms.isEmpty()) {
            return List.of();
        }
        return reading(
                () -> {
                    var search = new LexicalSearch(view.searcher(), scope, terms);
                    TopDocs found = search.best(most);
                    var coverage = search.coverage(found);
                    var hits = new ArrayList<LexicalHit>();
                    for (ScoreDoc doc : found.scoreDocs) {
                        double covered = coverage.getOrDefault(doc.doc, 0.0);
                        view.verses(doc.doc)
                                .ifPresent(
                                        it ->
                                                hits.add(
                                                        new LexicalHit(
                                                                it.first(), doc.score, covered)));
                    }
                    return hits;
                });
    }

    @Override
    public List<VectorHit> nearest(Scope scope, String model, float[] vector, int most) {
        String field = Fields.vector(new VectorSet(scope.edition(), model));
        int wanted = Math.max(most, FEWEST_NEIGHBOURS);
        Query query =
                scope.books().isEmpty()
                        ? new KnnFloatVectorQuery(field, vector, wanted)
                        : new KnnFloatVectorQuery(
                                field, vector, wanted, Fields.books(scope.books()));
        return reading(
                () -> {
                    var hits = new ArrayList<VectorHit>();
                    for (ScoreDoc doc : view.searcher().search(query, most).scoreDocs) {
                        // Lucene's score of a dot product is (1 + cosine) / 2.
                        double cosine = 2.0 * doc.score - 1;
                        view.verses(doc.doc)
                                .ifPresent(it -> hits.add(new VectorHit(it.first(), cosine)));
                    }
                    return hits;
                });
    }

    @Override
    public List<StoredVerse> verses(EditionKey edition, Collection<VerseRef> verses) {
        if (verses.isEmpty()) {
            return List.of();
        }
        List<BytesRef> keys =
                verses.stream().map(verse -> Fields.text(edition, verse).bytes()).toList();
        return texts(new TermInSetQuery(Fields.TEXT_KEY, keys), verses.size());
    }

    @Override
    public List<StoredVerse> chapter(EditionKey edition, int sequence) {
        Term chapter = Fields.chapter(edition, sequence);
        return texts(new TermQuery(chapter), MOST_OF_A_CHAPTER);
    }

    @Override
    public void vectors(VectorSet set, BiConsumer<VerseRef, float[]> use) {
        reading(
                () -> {
                    new StoredVectors(view, Fields.vector(set)).forEach(use);
                    return List.of();
                });
    }

    @Override
    public List<CrossReference> links(String importId) {
        return reading(
                () -> {
                    var query = new TermQuery(Fields.linksOf(importId));
                    var links = new ArrayList<CrossReference>();
                    int most = Math.max(1, view.reader().numDocs());
                    for (ScoreDoc doc : view.searcher().search(query, most).scoreDocs) {
                        links.addAll(LinkLines.read(view.links(doc.doc)));
                    }
                    return links;
                });
    }

    @Override
    public void close() {
        reading(
                () -> {
                    view.release();
                    return List.of();
                });
    }

    private List<StoredVerse> texts(Query query, int most) {
        return reading(
                () -> {
                    var texts = new ArrayList<StoredVerse>();
                    for (ScoreDoc doc : view.searcher().search(query, most).scoreDocs) {
                        String text = view.text(doc.doc);
                        view.verses(doc.doc).ifPresent(it -> texts.add(new StoredVerse(it, text)));
                    }
                    texts.sort(comparing(StoredVerse::verses));
                    return texts;
                });
    }

    private static <T> List<T> reading(Reading<T> work) {
        try {
            return work.read();
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    /** Reads files. */
    private interface Reading<T> {
        List<T> read() throws IOException;
    }
}
