package org.berea.search.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.search.notes.Notes.ALICE;
import static org.berea.search.notes.Notes.BOB;
import static org.berea.search.notes.Notes.MODEL;
import static org.berea.search.notes.Notes.deleted;
import static org.berea.search.notes.Notes.embedded;
import static org.berea.search.notes.Notes.erased;
import static org.berea.search.notes.Notes.saved;
import static org.berea.search.notes.Notes.terms;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.berea.contracts.search.NoteHit.Kind;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRange;
import org.berea.search.engine.Vectors;
import org.berea.search.notes.NoteChange.Embedded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of notes must hold. */
public interface NoteStoreContract {
    Set<Book> ALL = Set.of();

    /** A store whose state outlives it in what belongs to this folder. */
    NoteStore open(Path folder);

    @Test
    default void findsAnOwnersNotesByTheirWordsBestFirst(@TempDir Path folder) {
        try (var store = open(folder)) {
            apply(
                    store,
                    saved(ALICE, "a", 1, null, "On hope and on much else that fills a longer note"),
                    saved(ALICE, "b", 1, null, "Hope, hope"),
                    saved(ALICE, "c", 1, null, "Patience"));
            assertThat(lexical(store, ALICE, "hope", ALL)).containsExactly("b", "a");
            assertThat(lexical(store, ALICE, "patience hoping", ALL))
                    .containsExactlyInAnyOrder("a", "b", "c");
            assertThat(lexical(store, ALICE, "carburetor", ALL)).isEmpty();
            assertThat(lexical(store, ALICE, "", ALL)).isEmpty();
            assertThat(store.lexical(ALICE, terms("hope"), ALL, 1)).hasSize(1);
        }
    }

    @Test
    default void findsTheNearestNotesEachOnceWithItsBestPiece(@TempDir Path folder) {
        try (var store = open(folder)) {
            apply(
                    store,
                    saved(ALICE, "long", 1, null, "A long note"),
                    saved(ALICE, "short", 1, null, "A short note"),
                    embedded(ALICE, "long", 1, Vectors.near(1, 0.5), Vectors.near(1, 0.9)),
                    embedded(ALICE, "short", 1, Vectors.near(1, 0.7)));
            var hits = store.nearest(ALICE, MODEL, Vectors.axis(1), ALL, 10);
            assertThat(hits).extracting(ScoredNote::id).containsExactly("long", "short");
            assertThat(hits.getFirst().score()).isCloseTo(0.9, Assertions.within(0.01));
            assertThat(store.nearest(ALICE, MODEL, Vectors.axis(1), ALL, 1)).hasSize(1);
        }
    }

    @Test
    default void showsNobodyElsesNotes(@TempDir Path folder) {
        try (var store = open(folder)) {
            plant(store, ALICE, "note", "My hope");
            plant(store, BOB, "note", "My hope");
            plant(store, BOB, "only-bobs", "My hope");
            for (Owner stranger : List.of(new Owner("carol"), new Owner(""), new Owner("ali"))) {
                assertThat(allSeenBy(stranger, store)).isEmpty();
            }
            assertThat(allSeenBy(ALICE, store)).containsOnly("note of alice");
            assertThat(allSeenBy(BOB, store))
                    .containsOnly("note of bob", "only-bobs of bob")
                    .hasSize(8);
        }
    }

    @Test
    default void keepsOwnersApartWhoseNamesRunIntoTheIds(@TempDir Path folder) {
        try (var store = open(folder)) {
            plant(store, new Owner("a"), "b|c:d", "My hope");
            assertThat(allSeenBy(new Owner("a|b"), store)).isEmpty();
            assertThat(allSeenBy(new Owner("a:b"), store)).isEmpty();
            assertThat(store.texts(new Owner("a|b"), List.of("c:d"))).isEmpty();
            assertThat(store.texts(new Owner("A"), List.of("b|c:d"))).isEmpty();
        }
    }

    @Test
    default void givesOthersNotesNoPlaceAndNoWeight(@TempDir Path folder) {
        try (var store = open(folder)) {
            apply(
                    store,
                    saved(ALICE, "a", 1, null, "Hope in affliction"),
                    saved(ALICE, "b", 1, null, "Hope, and faith, and love"),
                    embedded(ALICE, "a", 1, Vectors.near(1, 0.4)),
                    embedded(ALICE, "b", 1, Vectors.near(1, 0.3)));
            var lexical = store.lexical(ALICE, terms("hope affliction love"), ALL, 2);
            var nearest = store.nearest(ALICE, MODEL, Vectors.axis(1), ALL, 2);

            var others = new ArrayList<NoteChange>();
            for (int i = 0; i < 60; i++) {
                others.add(saved(BOB, "n" + i, 1, null, "Affliction, affliction, affliction"));
                others.add(embedded(BOB, "n" + i, 1, Vectors.axis(1)));
            }
            store.apply(others, Map.of());
            assertThat(store.lexical(ALICE, terms("hope affliction love"), ALL, 2))
                    .isEqualTo(lexical);
            assertThat(store.nearest(ALICE, MODEL, Vectors.axis(1), ALL, 2)).isEqualTo(nearest);
            assertThat(nearest).extracting(ScoredNote::id).containsExactly("a", "b");
        }
    }

    @Test
    default void looksOnlyInTheBooksThatAreWanted(@TempDir Path folder) {
        try (var store = open(folder)) {
            apply(
                    store,
                    saved(ALICE, "romans", 1, "ROM.8.28", "Hope"),
                    saved(ALICE, "psalms", 1, "PSA.23.1-4", "Hope"),
                    saved(ALICE, "nowhere", 1, null, "Hope"),
                    saved(ALICE, "unreal", 1, "ROM.99.1", "Hope"));
            apply(
                    store,
                    embedded(ALICE, "romans", 1, Vectors.axis(1)),
                    embedded(ALICE, "psalms", 1, Vectors.axis(1)),
                    embedded(ALICE, "nowhere", 1, Vectors.axis(1)),
                    embedded(ALICE, "unreal", 1, Vectors.axis(1)));
            assertThat(found(store, ALL))
                    .containsExactlyInAnyOrder("romans", "psalms", "nowhere", "unreal");
            assertThat(found(store, Set.of(Book.ROMANS))).containsExactly("romans");
            assertThat(found(store, Set.of(Book.ROMANS, Book.PSALMS)))
                    .containsExactlyInAnyOrder("romans", "psalms");
            assertThat(found(store, Set.of(Book.JUDE))).isEmpty();
        }
    }

    @Test
    default void findsTheNotesOnVersesTheNewestFirst(@TempDir Path folder) {
        try (var store = open(folder)) {
            apply(
                    store,
                    saved(ALICE, "one", 1, "ROM.8.28", "First"),
                    saved(ALICE, "range", 2, "ROM.8.26-30", "Second"),
                    saved(ALICE, "chapters", 3, "ROM.7.25-8.28", "Third"),
                    saved(ALICE, "beside", 4, "ROM.8.29", "Not on it"),
                    saved(ALICE, "other", 4, "GAL.8.28", "Not a verse"),
                    saved(ALICE, "elsewhere", 4, "PSA.8.2", "Another book"));
            assertThat(store.on(ALICE, verses("ROM.8.28"), 10))
                    .containsExactly("chapters", "range", "one");
            assertThat(store.on(ALICE, verses("ROM.8.28"), 2)).containsExactly("chapters", "range");
            assertThat(store.on(ALICE, verses("ROM.8.29-31"), 10))
                    .containsExactly("beside", "range");
            assertThat(store.on(ALICE, verses("ROM.1.1-6.23"), 10)).isEmpty();
            assertThat(store.on(BOB, verses("ROM.8.28"), 10)).isEmpty();
        }
    }

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

    private static List<Outcome> apply(NoteStore store, NoteChange... changes) {
        return store.apply(Arrays.asList(changes), Map.of());
    }

    /** A note that can be found in every way. */
    private static void plant(NoteStore store, Owner owner, String id, String text) {
        apply(
                store,
                saved(owner, id, 1, "ROM.8.28", text),
                embedded(owner, id, 1, Vectors.axis(1)));
    }

    /** What each way of looking shows to someone, as "id of owner". */
    private static List<String> allSeenBy(Owner owner, NoteStore store) {
        var ids = new ArrayList<String>();
        ids.addAll(lexical(store, owner, "hope", ALL));
        store.nearest(owner, MODEL, Vectors.axis(1), ALL, 100).forEach(it -> ids.add(it.id()));
        ids.addAll(store.on(owner, verses("ROM.8.1-39"), 100));
        ids.addAll(List.of("note", "only-bobs", "a"));
        var seen = new ArrayList<String>();
        for (String id : ids) {
            store.texts(owner, List.of(id))
                    .forEach(it -> seen.add(it.id() + " of " + it.owner().subject()));
        }
        return seen;
    }

    private static List<String> found(NoteStore store, Set<Book> books) {
        var lexical = lexical(store, ALICE, "hope", books);
        assertThat(store.nearest(ALICE, MODEL, Vectors.axis(1), books, 100))
                .extracting(ScoredNote::id)
                .containsExactlyInAnyOrderElementsOf(lexical);
        return lexical;
    }

    private static List<String> lexical(
            NoteStore store, Owner owner, String words, Set<Book> books) {
        return store.lexical(owner, terms(words), books, 100).stream().map(ScoredNote::id).toList();
    }

    private static List<String> texts(NoteStore store, Owner owner) {
        return store.texts(owner, List.of("kept", "deleted", "erased", "again")).stream()
                .map(NoteText::text)
                .toList();
    }

    private static VerseRange verses(String wire) {
        return VerseRange.parse(wire).orElseThrow();
    }
}
