package org.berea.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.scripture.VerseRef;
import org.berea.search.analysis.Terms;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.Changes.Removal;
import org.berea.search.engine.Changes.Removal.OfEdition;
import org.berea.search.engine.Changes.VerseText;
import org.berea.search.engine.Changes.VerseVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine keeps to. */
public interface EngineContract {
    EditionKey OLD = new EditionKey("BST", "01");
    EditionKey NEW = new EditionKey("BST", "02");
    String MODEL = "test@1";
    VerseRef ROM_8_28 = verse("ROM.8.28");
    VerseRef ROM_8_31 = verse("ROM.8.31");
    VerseRef PSA_23_1 = verse("PSA.23.1");

    /** Opens the engine over a folder; opened again it finds what it stored there. */
    Engine open(Path folder);

    @Test
    default void isEmptyAtFirst(@TempDir Path folder) {
        try (var engine = open(folder);
                var snapshot = engine.snapshot()) {
            assertThat(engine.manifest()).isEqualTo(Manifest.EMPTY);
            assertThat(snapshot.lexical(Scope.of(OLD), List.of("love"), 10)).isEmpty();
            assertThat(snapshot.nearest(Scope.of(OLD), MODEL, Vectors.axis(1), 10)).isEmpty();
            assertThat(snapshot.verses(OLD, List.of(ROM_8_28))).isEmpty();
        }
    }

    @Test
    default void findsVersesByTheirStems(@TempDir Path folder) {
        try (var engine = filled(folder);
                var snapshot = engine.snapshot()) {
            var hits = snapshot.lexical(Scope.of(OLD), terms("shepherds"), 10);
            assertThat(hits).extracting(LexicalHit::verse).containsExactly(PSA_23_1);
            assertThat(hits.getFirst().coverage()).isCloseTo(1, within(0.001));
        }
    }

    @Test
    default void findsAVerseByItsNeighboursWordsToo(@TempDir Path folder) {
        try (var engine = filled(folder);
                var snapshot = engine.snapshot()) {
            var hits = snapshot.lexical(Scope.of(OLD), terms("purpose"), 10);
            assertThat(hits).extracting(LexicalHit::verse).containsExactly(ROM_8_28, ROM_8_31);
            assertThat(hits.getFirst().score()).isGreaterThan(hits.getLast().score());
        }
    }

    @Test
    default void weighsMissingTermsByTheirRarity(@TempDir Path folder) {
        try (var engine = filled(folder);
                var snapshot = engine.snapshot()) {
            var hits = snapshot.lexical(Scope.of(OLD), terms("shepherd carburetor"), 10);
            assertThat(hits).hasSize(1);
            assertThat(hits.getFirst().coverage()).isBetween(0.2, 0.49);
        }
    }

    @Test
    default void findsVersesByTheirVectors(@TempDir Path folder) {
        try (var engine = filled(folder);
                var snapshot = engine.snapshot()) {
            var hits = snapshot.nearest(Scope.of(OLD), MODEL, Vectors.near(1, 0.8), 2);
            assertThat(hits).extracting(VectorHit::verse).startsWith(ROM_8_28);
            assertThat(hits.getFirst().cosine()).isCloseTo(0.8, within(0.001));
        }
    }

    @Test
    default void givesTheTextsOfThoseVersesThatHaveOne(@TempDir Path folder) {
        try (var engine = filled(folder);
                var snapshot = engine.snapshot()) {
            assertThat(snapshot.verses(OLD, List.of(ROM_8_28, PSA_23_1, verse("ROM.8.1"))))
                    .containsExactly(
                            new StoredVerse(PSA_23_1.toRange(), "The Lord is my shepherd"),
                            new StoredVerse(
                                    ROM_8_28.toRange(),
                                    "All things work for those called to his purpose"));
        }
    }

    @Test
    default void keepsImportsApart(@TempDir Path folder) {
        try (var engine = filled(folder)) {
            engine.commit(
                    new Changes(
                            List.of(text(NEW, PSA_23_1, "The Lord is my pastor")),
                            List.of(new VerseVector(NEW, MODEL, PSA_23_1, Vectors.axis(1))),
                            List.of(),
                            Set.of(),
                            engine.manifest()));
            try (var snapshot = engine.snapshot()) {
                assertThat(snapshot.lexical(Scope.of(NEW), terms("shepherd"), 10)).isEmpty();
                assertThat(snapshot.lexical(Scope.of(OLD), terms("pastor"), 10)).isEmpty();
                assertThat(snapshot.nearest(Scope.of(NEW), MODEL, Vectors.axis(1), 10))
                        .extracting(VectorHit::verse)
                        .containsExactly(PSA_23_1);
                assertThat(snapshot.verses(NEW, List.of(ROM_8_28))).isEmpty();
            }
        }
    }

    @Test
    default void replacesWhatIsStoredAgain(@TempDir Path folder) {
        try (var engine = filled(folder)) {
            engine.commit(
                    new Changes(
                            List.of(text(OLD, PSA_23_1, "Yahweh is my shepherd")),
                            List.of(new VerseVector(OLD, MODEL, PSA_23_1, Vectors.axis(9))),
                            List.of(),
                            Set.of(),
                            engine.manifest()));
            try (var snapshot = engine.snapshot()) {
                assertThat(snapshot.lexical(Scope.of(OLD), terms("shepherd"), 10)).hasSize(1);
                assertThat(snapshot.nearest(Scope.of(OLD), MODEL, Vectors.axis(9), 10))
                        .hasSize(3)
                        .first()
                        .extracting(VectorHit::verse)
                        .isEqualTo(PSA_23_1);
            }
        }
    }

    @Test
    default void removesAnImportWhole(@TempDir Path folder) {
        try (var engine = filled(folder)) {
            engine.commit(changes(Set.of(new OfEdition(OLD)), engine.manifest()));
            try (var snapshot = engine.snapshot()) {
                assertThat(snapshot.lexical(Scope.of(OLD), terms("shepherd purpose"), 10))
                        .isEmpty();
                assertThat(snapshot.nearest(Scope.of(OLD), MODEL, Vectors.axis(1), 10)).isEmpty();
                assertThat(snapshot.verses(OLD, List.of(ROM_8_28, PSA_23_1))).isEmpty();
            }
        }
    }

    @Test
    default void keepsASnapshotAsItWas(@TempDir Path folder) {
        try (var engine = filled(folder);
                var before = engine.snapshot()) {
            var manifest = Manifest.EMPTY.with(Map.of(0, 99L));
            engine.commit(changes(Set.of(new OfEdition(OLD)), manifest));

            assertThat(before.lexical(Scope.of(OLD), terms("shepherd"), 10)).hasSize(1);
            assertThat(before.manifest().offsets()).containsEntry(0, 7L);
            assertThat(engine.manifest()).isEqualTo(manifest);
        }
    }

    @Test
    default void findsEverythingAgainWhenOpenedAgain(@TempDir Path folder) {
        filled(folder).close();
        try (var engine = open(folder);
                var snapshot = engine.snapshot()) {
            assertThat(engine.manifest().offsets()).containsEntry(0, 7L);
            assertThat(snapshot.lexical(Scope.of(OLD), terms("shepherd"), 10)).hasSize(1);
            assertThat(snapshot.nearest(Scope.of(OLD), MODEL, Vectors.axis(1), 1)).hasSize(1);
        }
    }

    /** Three verses; the two of Romans stand side by side as far as their neighbours' words go. */
    private Engine filled(Path folder) {
        Engine engine = open(folder);
        String romans = "All things work for those called to his purpose";
        engine.commit(
                new Changes(
                        List.of(
                                new VerseText(OLD, 0, ROM_8_28.toRange(), romans, romans),
                                new VerseText(
                                        OLD,
                                        0,
                                        ROM_8_31.toRange(),
                                        "If God is for us, who can be against us?",
                                        romans + " If God is for us, who can be against us?"),
                                text(OLD, PSA_23_1, "The Lord is my shepherd")),
                        List.of(
                                new VerseVector(OLD, MODEL, ROM_8_28, Vectors.axis(1)),
                                new VerseVector(OLD, MODEL, ROM_8_31, Vectors.axis(2)),
                                new VerseVector(OLD, MODEL, PSA_23_1, Vectors.axis(3))),
                        List.of(),
                        Set.of(),
                        Manifest.EMPTY.with(Map.of(0, 7L))));
        return engine;
    }

    private static VerseText text(EditionKey edition, VerseRef verse, String text) {
        return new VerseText(edition, 1, verse.toRange(), text, text);
    }

    private static Changes changes(Set<Removal> removed, Manifest manifest) {
        return new Changes(List.of(), List.of(), List.of(), removed, manifest);
    }

    private static List<String> terms(String words) {
        try (var terms = Terms.all()) {
            return terms.of(words);
        }
    }

    private static VerseRef verse(String wire) {
        return VerseRef.parse(wire).orElseThrow();
    }
}
