package org.berea.search.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.search.notes.Looking.ALL;
import static org.berea.search.notes.Looking.allSeenBy;
import static org.berea.search.notes.Looking.apply;
import static org.berea.search.notes.Looking.found;
import static org.berea.search.notes.Looking.lexical;
import static org.berea.search.notes.Looking.plant;
import static org.berea.search.notes.Looking.texts;
import static org.berea.search.notes.Looking.verses;
import static org.berea.search.notes.Notes.ALICE;
import static org.berea.search.notes.Notes.BOB;
import static org.berea.search.notes.Notes.MODEL;
import static org.berea.search.notes.Notes.deleted;
import static org.berea.search.notes.Notes.embedded;
import static org.berea.search.notes.Notes.erased;
import static org.berea.search.notes.Notes.saved;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.berea.contracts.search.NoteHit.Kind;
import org.berea.search.engine.Vectors;
import org.berea.search.notes.NoteChange.Embedded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes come to, and what a store remembers of them. */
interface NoteChangesContract {
    NoteStore open(Path folder);

    @Test
    default void keepsVectorsOfTwoModelsApartAndOfAThirdDropsTheOldest(@TempDir Path folder) {
        try (var store = open(folder)) {
            apply(store, saved(ALICE, "a", 1, null, "Hope"));
            for (String model : List.of("one", "two")) {
                apply(store, new Embedded(ALICE, "a", 1, model, List.of(Vectors.axis(1))));
            }
            assertThat(store.nearest(ALICE, "one", Vectors.axis(1), ALL, 10)).hasSize(1);
            assertThat(store.nearest(ALICE, "two", Vectors.axis(1), ALL, 10)).hasSize(1);
            assertThat(store.nearest(ALICE, "three", Vectors.axis(1), ALL, 10)).isEmpty();

            apply(store, new Embedded(ALICE, "a", 1, "three", List.of(new float[] {0, 1})));
            assertThat(store.nearest(ALICE, "one", Vectors.axis(1), ALL, 10)).isEmpty();
            assertThat(store.nearest(ALICE, "two", Vectors.axis(1), ALL, 10)).hasSize(1);
            assertThat(store.nearest(ALICE, "three", new float[] {0, 1}, ALL, 10)).hasSize(1);
        }
    }

    @Test
    default void replacesAVersionWithItsVectors(@TempDir Path folder) {
        try (var store = open(folder)) {
            apply(
                    store,
                    saved(ALICE, "a", 1, "ROM.8.28", "Hope"),
                    embedded(ALICE, "a", 1, Vectors.axis(1)));
            assertThat(apply(store, saved(ALICE, "a", 2, "PSA.23.1", "Patience")))
                    .containsExactly(Outcome.INDEXED);
            assertThat(lexical(store, ALICE, "hope", ALL)).isEmpty();
            assertThat(lexical(store, ALICE, "patience", ALL)).containsExactly("a");
            assertThat(store.on(ALICE, verses("ROM.8.28"), 10)).isEmpty();
            assertThat(store.nearest(ALICE, MODEL, Vectors.axis(1), ALL, 10)).isEmpty();
            assertThat(store.counts()).isEqualTo(new NoteCounts(1, 0));
        }
    }

    @Test
    default void leavesRepeatedAndOlderVersionsOut(@TempDir Path folder) {
        try (var store = open(folder)) {
            apply(
                    store,
                    saved(ALICE, "a", 2, null, "Hope"),
                    embedded(ALICE, "a", 2, Vectors.axis(1)));
            assertThat(
                            apply(
                                    store,
                                    saved(ALICE, "a", 2, null, "Hope"),
                                    saved(ALICE, "a", 1, null, "Older"),
                                    deleted(ALICE, "a", 1),
                                    embedded(ALICE, "a", 1, Vectors.axis(2)),
                                    embedded(ALICE, "a", 2, Vectors.axis(1)),
                                    embedded(ALICE, "a", 3, Vectors.axis(3))))
                    .containsExactly(
                            Outcome.REPEATED,
                            Outcome.SUPERSEDED,
                            Outcome.SUPERSEDED,
                            Outcome.SUPERSEDED,
                            Outcome.REPEATED,
                            Outcome.EARLY);
            assertThat(lexical(store, ALICE, "hope", ALL)).containsExactly("a");
            assertThat(lexical(store, ALICE, "older", ALL)).isEmpty();
            assertThat(store.nearest(ALICE, MODEL, Vectors.axis(1), ALL, 10))
                    .singleElement()
                    .satisfies(it -> assertThat(it.score()).isGreaterThan(0.99));
        }
    }

    @Test
    default void bringsNothingBackThatWasDeleted(@TempDir Path folder) {
        try (var store = open(folder)) {
            plant(store, ALICE, "a", "My hope");
            assertThat(
                            apply(
                                    store,
                                    deleted(ALICE, "a", 2),
                                    deleted(ALICE, "a", 2),
                                    saved(ALICE, "a", 2, "ROM.8.28", "My hope"),
                                    saved(ALICE, "a", 1, "ROM.8.28", "My hope"),
                                    embedded(ALICE, "a", 1, Vectors.axis(1)),
                                    deleted(ALICE, "never-seen", 2),
                                    saved(ALICE, "never-seen", 1, "ROM.8.28", "My hope")))
                    .containsExactly(
                            Outcome.INDEXED,
                            Outcome.REPEATED,
                            Outcome.SUPERSEDED,
                            Outcome.SUPERSEDED,
                            Outcome.SUPERSEDED,
                            Outcome.INDEXED,
                            Outcome.SUPERSEDED);
        }
        try (var store = open(folder)) {
            assertThat(apply(store, saved(ALICE, "a", 1, "ROM.8.28", "My hope")))
                    .containsExactly(Outcome.SUPERSEDED);
            assertThat(allSeenBy(ALICE, store)).isEmpty();
            assertThat(store.counts()).isEqualTo(new NoteCounts(0, 0));
            apply(store, saved(ALICE, "a", 3, null, "My hope"));
            assertThat(lexical(store, ALICE, "hope", ALL)).containsExactly("a");
        }
    }

    @Test
    default void bringsNothingBackThatWasErased(@TempDir Path folder) {
        try (var store = open(folder)) {
            plant(store, ALICE, "a", "My hope");
            plant(store, BOB, "a", "My hope");
            assertThat(
                            apply(
                                    store,
                                    saved(ALICE, "later", 9, null, "My hope"),
                                    erased(ALICE, 5),
                                    erased(ALICE, 5),
                                    erased(ALICE, 4),
                                    saved(ALICE, "a", 1, "ROM.8.28", "My hope"),
                                    saved(ALICE, "late", 5, "ROM.8.28", "My hope"),
                                    embedded(ALICE, "a", 1, Vectors.axis(1))))
                    .containsExactly(
                            Outcome.INDEXED,
                            Outcome.INDEXED,
                            Outcome.REPEATED,
                            Outcome.REPEATED,
                            Outcome.ERASED,
                            Outcome.ERASED,
                            Outcome.EARLY);
        }
        try (var store = open(folder)) {
            assertThat(apply(store, saved(ALICE, "a", 1, "ROM.8.28", "My hope")))
                    .containsExactly(Outcome.ERASED);
            assertThat(allSeenBy(ALICE, store)).containsOnly("later of alice");
            assertThat(allSeenBy(BOB, store)).containsOnly("a of bob").hasSize(4);
            apply(store, saved(ALICE, "a", 6, null, "My hope"));
            assertThat(lexical(store, ALICE, "hope", ALL)).contains("a");
        }
    }

    @Test
    default void comesToTheSameInWhateverOrderTheEventsCome(@TempDir Path folder) {
        var events = new ArrayList<NoteChange>();
        for (Owner owner : List.of(ALICE, BOB)) {
            for (String id : List.of("kept", "deleted", "erased", "again")) {
                events.add(saved(owner, id, 1, null, id + " one"));
                events.add(saved(owner, id, 2, null, id + " two"));
            }
            events.add(deleted(owner, "deleted", 3));
            events.add(saved(owner, "again", 8, "ROM.8.28", "again three"));
            events.add(saved(owner, "kept", 9, null, "kept three"));
        }
        events.add(erased(ALICE, 7));
        events.add(deleted(BOB, "erased", 7));
        for (int seed = 0; seed < 6; seed++) {
            var order = new ArrayList<>(events);
            order.addAll(events.subList(0, 5));
            Collections.shuffle(order, new Random(seed));
            try (var store = open(folder.resolve("order-" + seed))) {
                store.apply(order.subList(0, 6), Map.of());
                store.apply(order.subList(6, order.size()), Map.of());
                assertThat(texts(store, ALICE))
                        .as("order %d", seed)
                        .containsExactlyInAnyOrder("again three", "kept three");
                assertThat(texts(store, BOB))
                        .as("order %d", seed)
                        .containsExactlyInAnyOrder("again three", "kept three");
            }
        }
    }

    @Test
    default void namesTheNotesWithoutVectorsOfAModel(@TempDir Path folder) {
        try (var store = open(folder)) {
            var first = Notes.note(ALICE, "a", 1, "ROM.8.28", "Hope");
            var second = Notes.note(BOB, "b", 1, null, "Patience");
            apply(store, new NoteChange.Saved(first), new NoteChange.Saved(second));
            assertThat(store.gaps(MODEL, 10)).containsExactlyInAnyOrder(first, second);
            assertThat(store.gaps(MODEL, 1)).hasSize(1);

            apply(store, embedded(ALICE, "a", 1, Vectors.axis(1)));
            assertThat(store.gaps(MODEL, 10)).containsExactly(second);
            assertThat(store.gaps("another", 10)).hasSize(2);
            assertThat(store.counts()).isEqualTo(new NoteCounts(2, 1));

            apply(store, saved(ALICE, "a", 2, null, "Hope"), deleted(BOB, "b", 2));
            assertThat(store.gaps(MODEL, 10)).extracting(NoteText::version).containsExactly(2L);
        }
    }

    @Test
    default void holdsItsOffsetsWithTheNotes(@TempDir Path folder) {
        try (var store = open(folder)) {
            assertThat(store.offsets()).isEmpty();
            store.apply(List.of(saved(ALICE, "a", 1, null, "Hope")), Map.of(0, 7L, 1, 3L));
            store.apply(List.of(), Map.of(1, 4L));
            apply(store, embedded(ALICE, "a", 1, Vectors.axis(1)));
            assertThat(store.offsets()).isEqualTo(Map.of(0, 7L, 1, 4L));
        }
        try (var store = open(folder)) {
            assertThat(store.offsets()).isEqualTo(Map.of(0, 7L, 1, 4L));
            assertThat(found(store, ALL)).containsExactly("a");
        }
    }

    @Test
    default void keepsWhatTheEventSaid(@TempDir Path folder) {
        var note =
                new NoteText(
                        ALICE,
                        "a",
                        3,
                        Kind.HIGHLIGHT,
                        "ROM.99.1",
                        "Ökumene\n“πίστις”",
                        Instant.parse("2026-11-24T08:00:00.123456789Z"));
        try (var store = open(folder)) {
            apply(store, new NoteChange.Saved(note), embedded(ALICE, "a", 3, Vectors.axis(1)));
            assertThat(store.texts(ALICE, List.of("a", "b"))).containsExactly(note);
        }
    }
}
