package org.berea.search.engine.lucene;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.berea.search.editions.Manifest;
import org.berea.search.lucene.LuceneFiles;

/** Opens the index files of the verses. */
final class IndexFiles {
    private IndexFiles() {}

    /** A writer to what is there; without what cannot be read. */
    static IndexWriter open(Directory directory, Analyzer analyzer) throws IOException {
        var config =
                new IndexWriterConfig(analyzer)
                        .setSimilarity(LuceneEngine.SIMILARITY)
                        .setCommitOnClose(false);
        return LuceneFiles.open(directory, config, data -> ManifestRecord.read(data).isPresent());
    }

    static Optional<Manifest> manifest(IndexWriter writer) {
        return ManifestRecord.read(LuceneFiles.commitData(writer));
    }
}
