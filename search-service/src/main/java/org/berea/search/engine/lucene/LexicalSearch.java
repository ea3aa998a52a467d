package org.berea.search.engine.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.berea.search.engine.Scope;

/**
 * BM25 over the verse and, weighed less, over the verse with its neighbours. Queries are put
 * together from terms, so nothing that a user writes is ever syntax.
 */
final class LexicalSearch {
    private static final float AROUND_WEIGHT = 0.5f;

    private final IndexSearcher searcher;
    private final Scope scope;
    private final String words;
    private final String around;
    private final List<String> terms;

    LexicalSearch(IndexSearcher searcher, Scope scope, List<String> terms) {
        this.searcher = searcher;
        this.scope = scope;
        this.words = Fields.words(scope.edition());
        this.around = Fields.around(scope.edition());
        this.terms = terms;
    }

    TopDocs best(int most) throws IOException {
        var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
        for (String term : terms) {
            query.add(new TermQuery(new Term(words, term)), Occur.SHOULD);
            Query near = new TermQuery(new Term(around, term));
            query.add(new BoostQuery(near, AROUND_WEIGHT), Occur.SHOULD);
        }
        if (!scope.books().isEmpty()) {
            query.add(Fields.books(scope.books()), Occur.FILTER);
        }
        return searcher.search(query.build(), most);
    }

    /** What share of the question each of these documents accounts for. */
    Map<Integer, Double> coverage(TopDocs found) throws IOException {
        if (found.scoreDocs.length == 0) {
            return Map.of();
        }
        var shares = new BooleanQuery.Builder();
        double total = terms.stream().mapToDouble(this::rarity).sum();
        for (String term : terms) {
            Query present = new ConstantScoreQuery(new TermQuery(new Term(around, term)));
            shares.add(new BoostQuery(present, (float) (rarity(term) / total)), Occur.SHOULD);
        }
        var covered = new HashMap<Integer, Double>();
        for (ScoreDoc doc : rescore(found, shares.build()).scoreDocs) {
            covered.put(doc.doc, (double) doc.score);
        }
        return covered;
    }

    private TopDocs rescore(TopDocs found, Query query) throws IOException {
        var second =
                new QueryRescorer(query) {
                    @Override
                    protected float combine(float first, boolean matches, float share) {
                        return matches ? share : 0;
                    }
                };
        return second.rescore(searcher, copy(found), found.scoreDocs.length);
    }

    /** Rescoring writes the new scores into what it is given. */
    private static TopDocs copy(TopDocs found) {
        ScoreDoc[] docs =
                Stream.of(found.scoreDocs)
                        .map(doc -> new ScoreDoc(doc.doc, doc.score))
                        .toArray(ScoreDoc[]::new);
        return new TopDocs(found.totalHits, docs);
    }

    /** BM25's inverse document frequency; a term that nothing has is the rarest. */
    private double rarity(String term) {
        IndexReader reader = searcher.getIndexReader();
        try {
            double documents = Math.max(1, reader.getDocCount(words));
            double having = reader.docFreq(new Term(words, term));
            return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }
}
