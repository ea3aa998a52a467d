package org.berea.search.engine.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.berea.search.analysis.Terms;
import org.berea.search.editions.Edition;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.Changes;
import org.berea.search.engine.Engine;
import org.berea.search.engine.Snapshot;
import org.berea.search.lucene.LuceneFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Lucene index. Documents and manifest share its commits, so that after {@code kill -9} the one
 * never says what the other lacks; readers and manifest are published together, so that no search
 * sees half of a change.
 */
public final class LuceneEngine implements Engine {
    static final Similarity SIMILARITY = new BM25Similarity();

    private static final Logger log = LoggerFactory.getLogger(LuceneEngine.class);

    private final Directory directory;
    private final Terms terms = Terms.all();
    private final Tidying tidying = new Tidying();
    private IndexWriter writer;
    private volatile View view;

    private LuceneEngine(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = IndexFiles.open(directory, terms.analyzer());
        this.view = firstView();
        tidy();
    }

    /**
     * Opens the index in a folder, made when missing. What cannot be read is dropped and begins
     * anew: all of it can be had again from the events.
     *
     * @throws UncheckedIOException when the folder cannot be used or another process uses it
     */
    public static LuceneEngine open(Path folder) {
        try {
            return open(LuceneFiles.directory(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("the index in " + folder + " cannot be opened", e);
        }
    }

    static LuceneEngine open(Directory directory) throws IOException {
        return new LuceneEngine(directory);
    }

    @Override
    public Manifest manifest() {
        return view.manifest();
    }

    @Override
    public synchronized void commit(Changes changes) {
        List<Edition> before = view.manifest().editions().serving();
        try {
            ChangeWriter.write(changes, writer);
            writer.setLiveCommitData(ManifestRecord.write(changes.manifest()).entrySet());
            writer.commit();
            publish(changes.manifest());
        } catch (IOException | RuntimeException e) {
            backToLastCommit(e);
            throw e instanceof RuntimeException runtime
                    ? runtime
                    : new UncheckedIOException("the index cannot be written", (IOException) e);
        }
        if (!before.equals(changes.manifest().editions().serving())) {
            tidy();
        }
    }

    /** Lets searches see what background merges have tidied up; cheap when nothing has changed. */
    public synchronized void refresh() {
        try {
            publish(view.manifest());
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be refreshed", e);
        }
    }

    @Override
    public Snapshot snapshot() {
        View current = view;
        while (!current.retain()) {
            View newer = view;
            if (newer == current) {
                throw new IllegalStateException("the index is closed");
            }
            current = newer;
        }
        return new LuceneSnapshot(current);
    }

    @Override
    public synchronized void close() {
        try {
            tidying.close();
            view.release();
            // Every commit was made on purpose; whatever is not committed is to be read again.
            writer.rollback();
            directory.close();
            terms.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be closed", e);
        }
    }

    /** Of the view that searches see now. */
    int segments() {
        return view.reader().leaves().size();
    }

    private void tidy() {
        IndexWriter current = writer;
        tidying.begin(current, () -> keepMerged(current));
    }

    /** Else the next start would find the segments as they were. */
    private synchronized void keepMerged(IndexWriter merged) {
        if (merged != writer || !merged.isOpen()) {
            return;
        }
        try {
            merged.commit();
            publish(view.manifest());
        } catch (IOException | RuntimeException e) {
            backToLastCommit(e);
            log.warn("the index is merged again later", e);
        }
    }

    private void publish(Manifest manifest) throws IOException {
        View before = view;
        @Nullable DirectoryReader newer = DirectoryReader.openIfChanged(before.reader(), writer);
        if (newer == null) {
            view = new View(before.searcher(), manifest);
            return;
        }
        view = View.of(newer, manifest, SIMILARITY);
        before.release();
    }

    /** A writer that failed may be unusable and holds half of the changes: begin with a new one. */
    private void backToLastCommit(Exception cause) {
        try {
            writer.rollback();
            writer = IndexFiles.open(directory, terms.analyzer());
            View before = view;
            view = firstView();
            before.release();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private View firstView() throws IOException {
        Manifest manifest = IndexFiles.manifest(writer).orElse(Manifest.EMPTY);
        return View.of(DirectoryReader.open(writer), manifest, SIMILARITY);
    }
}
