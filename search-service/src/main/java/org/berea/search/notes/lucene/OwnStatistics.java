package org.berea.search.notes.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * Weighs words by how rare they are among the owner's notes. Lucene would count those of all
 * owners, and what others write would show in the order of one's own.
 */
final class OwnStatistics extends IndexSearcher {
    /** A few notes say little about which words are rare. */
    private static final int FEWEST_NOTES = 1_000;

    /** Words of a note of usual length; it only has to be the same for all. */
    private static final int USUAL_LENGTH = 50;

    private final Query own;
    private final int notes;

    OwnStatistics(IndexReader reader, Query own) throws IOException {
        super(reader);
        this.own = own;
        this.notes = Math.max(FEWEST_NOTES, count(NoteFields.all(own, NoteFields.hasText())));
        setSimilarity(new BM25Similarity());
    }

    @Override
    public TermStatistics termStatistics(Term term, int documents, long occurrences)
            throws IOException {
        // Zero is not allowed, and a term that the owner never wrote finds nothing anyway.
        int having = Math.max(1, count(NoteFields.all(own, new TermQuery(term))));
        return new TermStatistics(term.bytes(), having, having);
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) {
        long words = (long) notes * USUAL_LENGTH;
        return new CollectionStatistics(field, notes, notes, words, words);
    }
}
