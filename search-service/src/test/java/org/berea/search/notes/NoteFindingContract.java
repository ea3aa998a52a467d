package org.berea.search.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.search.notes.Looking.ALL;
import static org.berea.search.notes.Looking.allSeenBy;
import static org.berea.search.notes.Looking.apply;
import static org.berea.search.notes.Looking.found;
import static org.berea.search.notes.Looking.lexical;
import static org.berea.search.notes.Looking.plant;
import static org.berea.search.notes.Looking.verses;
import static org.berea.search.notes.Notes.ALICE;
import static org.berea.search.notes.Notes.BOB;
import static org.berea.search.notes.Notes.MODEL;
import static org.berea.search.notes.Notes.embedded;
import static org.berea.search.notes.Notes.saved;
import static org.berea.search.notes.Notes.terms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.berea.scripture.Book;
import org.berea.search.engine.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found, of whom and where. */
interface NoteFindingContract {
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
}
