package org.berea.search.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.event.NoteDeleted;
import org.berea.contracts.event.NoteSaved;
import org.berea.contracts.event.PassageHighlighted;
import org.berea.contracts.event.StudyEvent;
import org.berea.contracts.event.UserErased;
import org.berea.contracts.search.NoteVectors;
import org.berea.search.engine.UnitVector;
import org.berea.search.notes.NoteChange.Deleted;
import org.berea.search.notes.NoteChange.Embedded;
import org.berea.search.notes.NoteChange.Erased;
import org.berea.search.notes.NoteChange.Saved;

/** Takes what users do to their notes into the store. Blocks while it writes. */
public final class NoteIndexing {
    private final NoteStore store;
    private final NoteMetrics metrics;
    private final EarlyVectors early = new EarlyVectors();

    NoteIndexing(NoteStore store, NoteMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    /** By partition of the topic, the first event that is not in the store yet. */
    Map<Integer, Long> offsets() {
        return store.offsets();
    }

    /**
     * Makes the events and how far they were read durable as one.
     *
     * @throws java.io.UncheckedIOException when they cannot be stored; nothing has changed then
     */
    synchronized void index(List<StudyEvent> events, Map<Integer, Long> offsets) {
        List<NoteChange> changes = events.stream().flatMap(this::changes).toList();
        List<Outcome> outcomes = store.apply(changes, offsets);
        early.settle(changes);
        for (int i = 0; i < changes.size(); i++) {
            count(changes.get(i), outcomes.get(i));
        }
    }

    /**
     * Makes the vectors of one version durable. Those of an older one change nothing; those of a
     * newer one wait for its text.
     *
     * @throws InvalidValueException when they do not fit the index
     * @throws java.io.UncheckedIOException when they cannot be stored; nothing has changed then
     */
    public synchronized void index(NoteVectors vectors) {
        var change = embedded(vectors);
        if (store.apply(List.of(change), Map.of()).contains(Outcome.EARLY)) {
            early.keep(change);
        }
    }

    /** The events of at most so many notes, of whatever owners, without vectors of a model. */
    public List<StudyEvent> gaps(String model, int most) {
        return store.gaps(model, most).stream().map(NoteText::event).toList();
    }

    private Stream<NoteChange> changes(StudyEvent event) {
        return switch (event) {
            case NoteSaved saved -> withVectors(NoteText.of(saved));
            case PassageHighlighted highlighted -> withVectors(NoteText.of(highlighted));
            case NoteDeleted it ->
                    Stream.of(
                            new Deleted(
                                    new Owner(it.owner()),
                                    it.noteId(),
                                    it.version(),
                                    it.deletedAt()));
            case UserErased it -> Stream.of(new Erased(new Owner(it.owner()), it.erasedAt()));
        };
    }

    private Stream<NoteChange> withVectors(NoteText note) {
        return Stream.concat(Stream.of(new Saved(note)), early.of(note).stream());
    }

    private Embedded embedded(NoteVectors vectors) {
        var checked = new ArrayList<float[]>();
        int dimension = vectors.vectors().getFirst().length;
        for (int i = 0; i < vectors.vectors().size(); i++) {
            String field = "vectors[" + i + "]";
            checked.add(UnitVector.check(field, vectors.vectors().get(i), dimension));
        }
        return new Embedded(
                new Owner(vectors.owner()),
                vectors.noteId(),
                vectors.version(),
                vectors.model(),
                checked);
    }

    private void count(NoteChange change, Outcome outcome) {
        if (!(change instanceof Embedded)) {
            metrics.count(outcome);
        }
    }
}
