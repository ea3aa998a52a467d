package org.berea.search.engine.lucene;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity;
import org.berea.scripture.VerseRange;
import org.berea.search.editions.Manifest;

/** A point in time of the index with the manifest that belongs to it. */
record View(IndexSearcher searcher, Manifest manifest) {
    static View of(DirectoryReader reader, Manifest manifest, Similarity similarity) {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        return new View(searcher, manifest);
    }

    DirectoryReader reader() {
        return (DirectoryReader) searcher.getIndexReader();
    }

    /** Which verses a document is of; empty when the canon does not have them any more. */
    Optional<VerseRange> verses(int document) throws IOException {
        var leaf = leaf(document);
        var values = leaf.reader().getNumericDocValues(Fields.VERSES);
        return values != null && values.advanceExact(document - leaf.docBase)
                ? PackedVerses.unpack(values.longValue())
                : Optional.empty();
    }

    String text(int document) throws IOException {
        var leaf = leaf(document);
        var values = leaf.reader().getBinaryDocValues(Fields.TEXT);
        return values != null && values.advanceExact(document - leaf.docBase)
                ? values.binaryValue().utf8ToString()
                : "";
    }

    String links(int document) throws IOException {
        var fields = searcher.storedFields().document(document, Set.of(Fields.LINKS));
        return String.valueOf(fields.get(Fields.LINKS));
    }

    /** Keeps the files open for a user; false when the last one has gone already. */
    boolean retain() {
        return reader().tryIncRef();
    }

    void release() throws IOException {
        reader().decRef();
    }

    private LeafReaderContext leaf(int document) {
        var leaves = searcher.getLeafContexts();
        return leaves.get(ReaderUtil.subIndex(document, leaves));
    }
}
