package org.berea.search.engine.lucene;

import java.io.IOException;
import java.util.function.BiConsumer;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.berea.scripture.VerseRef;

/**
 * Reads all vectors of one field, rather than the nearest.
 *
 * @param field of a set of vectors
 */
record StoredVectors(View view, String field) {
    void forEach(BiConsumer<VerseRef, float[]> use) throws IOException {
        for (LeafReaderContext leaf : view.reader().leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
            if (values != null) {
                forEach(leaf, values, use);
            }
        }
    }

    private void forEach(
            LeafReaderContext leaf, FloatVectorValues values, BiConsumer<VerseRef, float[]> use)
            throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        var documents = values.iterator();
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(documents.docID())) {
                // What Lucene hands out it fills again with the next.
                float[] vector = values.vectorValue(documents.index()).clone();
                view.verses(leaf.docBase + documents.docID())
                        .ifPresent(verses -> use.accept(verses.first(), vector));
            }
        }
    }
}
