package org.berea.search.lucene;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens index files, or begins anew where they cannot be read. */
public final class LuceneFiles {
    private static final Logger log = LoggerFactory.getLogger(LuceneFiles.class);

    private LuceneFiles() {}

    /** The folder as Lucene sees it, made when missing. */
    public static Directory directory(Path folder) throws IOException {
        Files.createDirectories(folder);
        return FSDirectory.open(folder);
    }

    /**
     * A writer to the index; what cannot be read is dropped first, as all of it can be had again
     * from the events.
     *
     * @param known whether this program understands an index with such commit data
     * @throws org.apache.lucene.store.LockObtainFailedException when another process uses it
     */
    public static IndexWriter open(
            Directory directory, IndexWriterConfig config, Predicate<Map<String, String>> known)
            throws IOException {
        if (DirectoryReader.indexExists(directory) && !isReadable(directory, known)) {
            drop(directory);
        }
        return new IndexWriter(directory, config);
    }

    /** The data of the last commit, empty when there is none. */
    public static Map<String, String> commitData(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        var entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    private static boolean isReadable(Directory directory, Predicate<Map<String, String>> known)
            throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return isKnown(reader.getIndexCommit().getUserData(), known);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | NoSuchFileException
                | FileNotFoundException e) {
            log.warn("the index cannot be read and is built anew from the events", e);
            return false;
        }
    }

    private static boolean isKnown(
            Map<String, String> commitData, Predicate<Map<String, String>> known) {
        boolean understood = known.test(commitData);
        if (!understood) {
            log.warn("the index has another form and is built anew from the events");
        }
        return understood;
    }

    /** A writer could not begin anew on top of a damaged list of segments. */
    private static void drop(Directory directory) throws IOException {
        try (var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }
}
