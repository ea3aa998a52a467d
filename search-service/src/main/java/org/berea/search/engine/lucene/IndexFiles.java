package org.berea.search.engine.lucene;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.berea.search.editions.Manifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens index files, or begins anew where they cannot be read. */
final class IndexFiles {
    private static final Logger log = LoggerFactory.getLogger(IndexFiles.class);

    private IndexFiles() {}

    static Directory directory(Path folder) throws IOException {
        Files.createDirectories(folder);
        return FSDirectory.open(folder);
    }

    static IndexWriter open(Directory directory, Analyzer analyzer) throws IOException {
        boolean usable = !DirectoryReader.indexExists(directory) || isReadable(directory);
        var mode = usable ? OpenMode.CREATE_OR_APPEND : OpenMode.CREATE;
        return new IndexWriter(directory, config(analyzer).setOpenMode(mode));
    }

    static Optional<Manifest> manifest(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        var entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return ManifestRecord.read(data);
    }

    private static IndexWriterConfig config(Analyzer analyzer) {
        return new IndexWriterConfig(analyzer)
                .setSimilarity(LuceneEngine.SIMILARITY)
                .setCommitOnClose(false);
    }

    private static boolean isReadable(Directory directory) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return isKnown(reader.getIndexCommit().getUserData());
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | NoSuchFileException
                | FileNotFoundException e) {
            log.warn("the index cannot be read and is built anew from the events", e);
            return false;
        }
    }

    private static boolean isKnown(Map<String, String> userData) {
        boolean known = ManifestRecord.read(userData).isPresent();
        if (!known) {
            log.warn("the index has another form and is built anew from the events");
        }
        return known;
    }
}
