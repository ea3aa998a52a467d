package org.berea.search.notes.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRange;
import org.berea.search.analysis.Terms;
import org.berea.search.lucene.LuceneFiles;
import org.berea.search.notes.NoteChange;
import org.berea.search.notes.NoteChange.Deleted;
import org.berea.search.notes.NoteChange.Embedded;
import org.berea.search.notes.NoteChange.Erased;
import org.berea.search.notes.NoteChange.Saved;
import org.berea.search.notes.NoteCounts;
import org.berea.search.notes.NoteStore;
import org.berea.search.notes.NoteText;
import org.berea.search.notes.Outcome;
import org.berea.search.notes.Owner;
import org.berea.search.notes.ScoredNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Lucene index for the notes of all owners, apart from the verses: it is small, changes all the
 * time and must forget. Searches see commits only.
 */
public final class LuceneNoteStore implements NoteStore {
    private static final Logger log = LoggerFactory.getLogger(LuceneNoteStore.class);

    private final Directory directory;
    private final Terms terms = Terms.all();
    private final SearcherManager searchers;
    private IndexWriter writer;
    private volatile Map<Integer, Long> offsets;

    /** At the start too: the process may have died before it had forgotten. */
    private boolean hasToForget = true;

    private LuceneNoteStore(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = NoteFiles.open(directory, terms);
        this.offsets = OffsetRecord.read(LuceneFiles.commitData(writer));
        this.searchers = new SearcherManager(directory, null);
    }

    /**
     * Opens the index in a folder, made when missing. What cannot be read is dropped and begins
     * anew: all of it can be had again from the events.
     *
     * @throws UncheckedIOException when the folder cannot be used or another process uses it
     */
    public static LuceneNoteStore open(Path folder) {
        try {
            return open(LuceneFiles.directory(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("the notes in " + folder + " cannot be opened", e);
        }
    }

    static LuceneNoteStore open(Directory directory) throws IOException {
        return new LuceneNoteStore(directory);
    }

    @Override
    public synchronized List<Outcome> apply(List<NoteChange> changes, Map<Integer, Long> read) {
        try {
            List<Outcome> outcomes = write(changes);
            if (outcomes.contains(Outcome.INDEXED) || !read.isEmpty()) {
                commit(read);
            }
            forgetAfter(changes);
            return outcomes;
        } catch (IOException | RuntimeException e) {
            backToLastCommit(e);
            throw e instanceof RuntimeException runtime
                    ? runtime
                    : new UncheckedIOException("the notes cannot be written", (IOException) e);
        }
    }

    @Override
    public Map<Integer, Long> offsets() {
        return offsets;
    }

    @Override
    public List<ScoredNote> lexical(Owner owner, List<String> terms, Set<Book> books, int most) {
        if (terms.isEmpty()) {
            return List.of();
        }
        return read(it -> it.lexical(owner, terms, NoteFields.in(owner, books), most));
    }

    @Override
    public List<ScoredNote> nearest(
            Owner owner, String model, float[] vector, Set<Book> books, int most) {
        var where = NoteFields.all(NoteFields.in(owner, books), NoteFields.model(model));
        return read(it -> it.nearest(vector, where, most));
    }

    @Override
    public List<String> on(Owner owner, VerseRange verses, int most) {
        return read(it -> it.newest(NoteFields.on(owner, verses), most));
    }

    @Override
    public List<NoteText> texts(Owner owner, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return read(it -> it.texts(NoteFields.notes(owner, ids), ids.size()));
    }

    @Override
    public List<NoteText> gaps(String model, int most) {
        return read(it -> it.withoutVectors(model, most));
    }

    @Override
    public NoteCounts counts() {
        return read(NoteReader::counts);
    }

    /** Removes from the files what deleted notes have left there; cheap when none were. */
    public synchronized void tidy() {
        try {
            forget();
        } catch (IOException e) {
            throw new UncheckedIOException("the notes cannot be tidied", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            searchers.close();
            // Every commit was made on purpose; whatever is not committed is to be read again.
            writer.rollback();
            directory.close();
            terms.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the notes cannot be closed", e);
        }
    }

    private List<Outcome> write(List<NoteChange> changes) throws IOException {
        var searcher = searchers.acquire();
        try {
            var batch = new NoteBatch(new NoteReader(searcher), writer);
            var outcomes = new ArrayList<Outcome>();
            for (NoteChange change : changes) {
                outcomes.add(batch.apply(change));
            }
            return outcomes;
        } finally {
            searchers.release(searcher);
        }
    }

    private void commit(Map<Integer, Long> read) throws IOException {
        var all = new HashMap<>(offsets);
        all.putAll(read);
        NoteFiles.commit(writer, all);
        offsets = Map.copyOf(all);
        searchers.maybeRefreshBlocking();
    }

    /** Of an erased user nothing may remain; a deleted note may wait for {@link #tidy}. */
    private void forgetAfter(List<NoteChange> changes) {
        hasToForget |= changes.stream().anyMatch(LuceneNoteStore::removes);
        if (changes.stream().noneMatch(Erased.class::isInstance)) {
            return;
        }
        try {
            forget();
        } catch (IOException e) {
            log.warn("erased notes are not found, but still in the files; next try soon", e);
        }
    }

    private static boolean removes(NoteChange change) {
        return switch (change) {
            case Deleted _, Erased _ -> true;
            case Saved _, Embedded _ -> false;
        };
    }

    private void forget() throws IOException {
        if (hasToForget) {
            NoteFiles.forget(writer);
            searchers.maybeRefreshBlocking();
            hasToForget = false;
        }
    }

    /** A writer that failed may be unusable and holds half of the changes: begin with a new one. */
    private void backToLastCommit(Exception cause) {
        try {
            writer.rollback();
            writer = NoteFiles.openAgain(directory, terms);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private <T> T read(Reading<T> reading) {
        try {
            var searcher = searchers.acquire();
            try {
                return reading.from(new NoteReader(searcher));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the notes cannot be read", e);
        }
    }

    /** A question to one state of the index. */
    private interface Reading<T> {
        T from(NoteReader reader) throws IOException;
    }
}
