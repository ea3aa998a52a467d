package org.berea.search.notes.weaviate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRange;
import org.berea.search.analysis.Terms;
import org.berea.search.notes.NoteChange;
import org.berea.search.notes.NoteCounts;
import org.berea.search.notes.NoteStore;
import org.berea.search.notes.NoteText;
import org.berea.search.notes.Outcome;
import org.berea.search.notes.Owner;
import org.berea.search.notes.ScoredNote;
import org.berea.search.weaviate.Properties;
import org.berea.search.weaviate.SharedState;
import org.berea.search.weaviate.Weaviate;
import org.berea.search.weaviate.WeaviateSettings;

/**
 * Keeps notes on a Weaviate server that several instances share. The topic is read by one of them
 * for each note; vectors may come to any, at the same time, which is why only the topic's reader
 * writes what is known of a note.
 */
public final class WeaviateNoteStore implements NoteStore {
    private final Weaviate weaviate;
    private final NoteCollections in;
    private final Terms terms = Terms.all();
    private final Writing writing;
    private final NoteReading reading;
    private final Gaps gaps;
    private final Counts counts;
    private final SharedState<Map<Integer, Long>> offsets;

    private WeaviateNoteStore(Weaviate weaviate, WeaviateSettings settings) {
        this.weaviate = weaviate;
        this.in = new NoteCollections(weaviate.collections(), settings.prefix());
        this.writing = new Writing(weaviate, in, terms);
        this.reading = new NoteReading(weaviate.rows());
        this.gaps = new Gaps(weaviate.rows(), in);
        this.counts = new Counts(weaviate.rows(), in);
        this.offsets =
                new SharedState<>(weaviate, in.offsets(), settings.instance(), new NoteOffsets());
    }

    /** Until the server has been reached it does not say how far it has read. */
    public static WeaviateNoteStore open(Weaviate weaviate, WeaviateSettings settings) {
        var store = new WeaviateNoteStore(weaviate, settings);
        weaviate.everySecond(store.offsets::refresh);
        return store;
    }

    @Override
    public synchronized List<Outcome> apply(List<NoteChange> changes, Map<Integer, Long> read) {
        try {
            List<Outcome> outcomes = changes.isEmpty() ? List.of() : write(changes);
            if (!read.isEmpty()) {
                offsets.publish(new NoteOffsets().union(offsets.own(), read));
            }
            return outcomes;
        } catch (RuntimeException e) {
            weaviate.collections().forget();
            throw e;
        } finally {
            counts.forget();
        }
    }

    @Override
    public Map<Integer, Long> offsets() {
        return offsets.current();
    }

    @Override
    public List<ScoredNote> lexical(Owner owner, List<String> terms, Set<Book> books, int most) {
        return terms.isEmpty() ? List.of() : reading.lexical(in.texts(owner), terms, books, most);
    }

    @Override
    public List<ScoredNote> nearest(
            Owner owner, String model, float[] vector, Set<Book> books, int most) {
        return reading.nearest(in.vectors(owner, model), vector, books, most);
    }

    @Override
    public List<String> on(Owner owner, VerseRange verses, int most) {
        return reading.on(in.texts(owner), verses, most);
    }

    @Override
    public List<NoteText> texts(Owner owner, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> objects = ids.stream().map(NoteKey::text).distinct().toList();
        return weaviate
                .rows()
                .fetch(in.texts(owner), Properties.ids(objects), objects.size())
                .stream()
                .map(NoteRows::text)
                .toList();
    }

    @Override
    public List<NoteText> gaps(String model, int most) {
        return gaps.of(model, most);
    }

    @Override
    public NoteCounts counts() {
        return counts.get();
    }

    @Override
    public void close() {
        terms.close();
    }

    private List<Outcome> write(List<NoteChange> changes) {
        in.ensure();
        var before = StoredNotes.about(changes, in, weaviate.rows());
        var plan = new Plan(before);
        List<Outcome> outcomes = changes.stream().map(plan::apply).toList();
        writing.write(plan, before);
        checkAgain(changes, plan);
        return outcomes;
    }

    /** Another instance may have deleted or erased meanwhile what got vectors here. */
    private void checkAgain(List<NoteChange> changes, Plan plan) {
        Map<NoteKey, Draft> embedded =
                plan.drafts().entrySet().stream()
                        .filter(each -> !each.getValue().vectors().isEmpty())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!embedded.isEmpty()) {
            writing.takeBack(embedded, StoredNotes.about(changes, in, weaviate.rows()));
        }
    }
}
