package org.berea.search.engine.lucene;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity;
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

    /** Keeps the files open for a user; false when the last one has gone already. */
    boolean retain() {
        return reader().tryIncRef();
    }

    void release() throws IOException {
        reader().decRef();
    }
}
