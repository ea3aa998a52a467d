package org.berea.search.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.berea.search.notes.Notes.ALICE;
import static org.berea.search.notes.Notes.MODEL;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.event.NoteDeleted;
import org.berea.contracts.event.NoteSaved;
import org.berea.contracts.event.PassageHighlighted;
import org.berea.contracts.event.StudyEvent;
import org.berea.contracts.event.UserErased;
import org.berea.contracts.search.NoteVectors;
import org.berea.search.engine.Vectors;
import org.berea.search.notes.lucene.LuceneNoteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteIndexingTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final NoteStore store;
    private final NoteIndexing indexing;

    NoteIndexingTest(@TempDir Path folder) {
        store = LuceneNoteStore.open(folder);
        indexing = new NoteIndexing(store, new NoteMetrics(meters, store));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void indexesNotesAndHighlightsAndTellsWhichLackVectors() {
        var note = saved("note", 1);
        var highlight =
                new PassageHighlighted("mark", "alice", 2, "ROM.8.28", "Hope", Notes.minute(2));
        read(note, highlight);
        assertThat(indexing.gaps(MODEL, 10)).containsExactlyInAnyOrder(note, highlight);
        indexing.index(vectors("note", 1));
        assertThat(indexing.gaps(MODEL, 10)).containsExactly(highlight);
        assertThat(indexing.gaps("another", 1)).hasSize(1);
    }

    @Test
    void countsWhatBecameOfEvents() {
        read(
                saved("a", 2),
                saved("a", 2),
                saved("a", 1),
                new NoteDeleted("a", "alice", 3, Notes.minute(3)),
                new UserErased("alice", Notes.minute(4)),
                saved("b", 4));
        assertThat(counted("indexed")).isEqualTo(3);
        assertThat(counted("repeated")).isEqualTo(1);
        assertThat(counted("superseded")).isEqualTo(1);
        assertThat(counted("erased")).isEqualTo(1);
    }

    @Test
    void showsHowMuchThereIsButNotOfWhom() {
        read(saved("a", 1), saved("b", 1));
        indexing.index(vectors("a", 1));
        assertThat(meters.get("berea.search.indexed.notes").tag("kind", "text").gauge().value())
                .isEqualTo(2);
        assertThat(meters.get("berea.search.indexed.notes").tag("kind", "vector").gauge().value())
                .isEqualTo(1);
        assertThat(meters.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .noneMatch(tag -> tag.getValue().contains("alice"));
    }

    @Test
    void letsVectorsThatOvertookTheirTextWaitForIt() {
        indexing.index(vectors("a", 1));
        indexing.index(vectors("a", 2));
        assertThat(nearest()).isZero();
        read(saved("a", 1));
        assertThat(nearest()).isEqualTo(1);
        read(saved("a", 2));
        assertThat(nearest()).isEqualTo(1);
        assertThat(indexing.gaps(MODEL, 10)).isEmpty();
    }

    @Test
    void dropsVectorsThatWaitForATextThatIsNotToCome() {
        indexing.index(vectors("a", 1));
        read(new UserErased("alice", Notes.minute(0)));
        read(saved("a", 1));
        assertThat(nearest()).isZero();
        indexing.index(vectors("b", 1));
        read(new NoteDeleted("b", "alice", 1, Notes.minute(1)), saved("b", 2));
        assertThat(nearest()).isZero();
        assertThat(indexing.gaps(MODEL, 10)).hasSize(2);
    }

    @Test
    void namesTheVectorThatDoesNotFit() {
        var uneven =
                new NoteVectors(
                        "alice", "a", 1, MODEL, List.of(Vectors.axis(1), new float[] {0, 1}));
        assertThatThrownBy(() -> indexing.index(uneven))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("vectors[1]");
        var longer = new NoteVectors("alice", "a", 1, MODEL, List.of(new float[] {1, 1}));
        assertThatThrownBy(() -> indexing.index(longer)).hasMessageContaining("vectors[0]");
    }

    @Test
    void saysNothingOfANoteWhereItMayBeLogged() {
        var note = Notes.note(ALICE, "a", 1, "ROM.8.28", "My secret");
        var vectors = Notes.embedded(ALICE, "a", 1, Vectors.axis(1));
        assertThat(note + " " + vectors + " " + new NoteChange.Saved(note))
                .doesNotContain("secret")
                .doesNotContain("alice");
    }

    private void read(StudyEvent... events) {
        indexing.index(Arrays.asList(events), Map.of());
    }

    private int nearest() {
        return store.nearest(ALICE, MODEL, Vectors.axis(1), Set.of(), 10).size();
    }

    private double counted(String outcome) {
        return meters.get("berea.events.consumed")
                .tags("consumer", "search-notes", "outcome", outcome)
                .counter()
                .count();
    }

    /** In the minute of its version. */
    private static NoteSaved saved(String id, int version) {
        return new NoteSaved(id, "alice", version, null, "Hope", Notes.minute(version));
    }

    private static NoteVectors vectors(String id, int version) {
        return new NoteVectors("alice", id, version, MODEL, List.of(Vectors.axis(1)));
    }
}
