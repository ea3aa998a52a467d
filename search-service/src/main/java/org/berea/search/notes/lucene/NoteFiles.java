package org.berea.search.notes.lucene;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.berea.search.analysis.Terms;
import org.berea.search.lucene.LuceneFiles;

/** The files of the index: opening them and making them forget. */
final class NoteFiles {
    private NoteFiles() {}

    /** A writer whose index has at least one commit, made anew where it cannot be read. */
    static IndexWriter open(Directory directory, Terms terms) throws IOException {
        var writer = LuceneFiles.open(directory, config(terms), OffsetRecord::isKnown);
        if (!OffsetRecord.isKnown(LuceneFiles.commitData(writer))) {
            commit(writer, Map.of());
        }
        return writer;
    }

    /** A writer to what was readable before. */
    static IndexWriter openAgain(Directory directory, Terms terms) throws IOException {
        return new IndexWriter(directory, config(terms));
    }

    static void commit(IndexWriter writer, Map<Integer, Long> offsets) throws IOException {
        writer.setLiveCommitData(OffsetRecord.write(offsets).entrySet());
        writer.commit();
    }

    /**
     * Writes all segments anew that hold deleted documents. Until then their text, terms and
     * vectors stand in the files, only no longer found.
     */
    static void forget(IndexWriter writer) throws IOException {
        writer.forceMergeDeletes();
        writer.commit();
    }

    private static IndexWriterConfig config(Terms terms) {
        var merges = new TieredMergePolicy();
        // Lucene would leave a segment alone in which less than a tenth is deleted.
        merges.setForceMergeDeletesPctAllowed(0);
        return new IndexWriterConfig(terms.analyzer())
                .setCodec(new NotesCodec())
                .setMergePolicy(merges)
                // A merge in the background would keep its segments from being written anew now.
                .setMergeScheduler(new SerialMergeScheduler())
                // A commit needs no merges first; what must go has its own time.
                .setMaxFullFlushMergeWaitMillis(0)
                .setCommitOnClose(false);
    }
}
