package org.berea.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.search.engine.SmallText.FIRST;
import static org.berea.search.engine.SmallText.MODEL;
import static org.berea.search.engine.SmallText.PSA_23_1;
import static org.berea.search.engine.SmallText.ROM_8_28;
import static org.berea.search.engine.SmallText.SECOND;
import static org.berea.search.engine.SmallText.terms;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.search.editions.Edition;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.Changes.VerseText;
import org.berea.search.engine.Changes.VerseVector;
import org.berea.search.indexing.Indexed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every engine keeps to. Each state that is committed is one that indexing makes: an engine
 * may go by its manifest and need not find what that does not name.
 */
public interface EngineContract extends LexicalContract, VectorContract, TextContract {
    @Test
    default void isEmptyAtFirst(@TempDir Path folder) {
        try (var engine = open(folder);
                var snapshot = engine.snapshot()) {
            assertThat(engine.manifest()).isEqualTo(Manifest.EMPTY);
            assertThat(snapshot.lexical(Scope.of(FIRST), List.of("love"), 10)).isEmpty();
            assertThat(snapshot.nearest(Scope.of(FIRST), MODEL, Vectors.axis(1), 10)).isEmpty();
            assertThat(snapshot.verses(FIRST, List.of(ROM_8_28))).isEmpty();
            assertThat(snapshot.chapter(FIRST, 0)).isEmpty();
            assertThat(snapshot.links("x1")).isEmpty();
        }
    }

    /** As after a failure, when it is not known what was stored. */
    @Test
    default void replacesWhatIsStoredAgain(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder))) {
            String text = "Yahweh is my shepherd";
            engine.commit(
                    new Changes(
                            List.of(new VerseText(FIRST, 1, PSA_23_1.toRange(), text, text)),
                            List.of(new VerseVector(FIRST, MODEL, PSA_23_1, Vectors.axis(9))),
                            List.of(),
                            Set.of(),
                            engine.manifest()));
            try (var snapshot = engine.snapshot()) {
                assertThat(snapshot.lexical(Scope.of(FIRST), terms("shepherd"), 10)).hasSize(1);
                assertThat(snapshot.lexical(Scope.of(FIRST), terms("lord"), 10)).isEmpty();
                assertThat(snapshot.chapter(FIRST, 1))
                        .containsExactly(new StoredVerse(PSA_23_1.toRange(), text));
                assertThat(snapshot.nearest(Scope.of(FIRST), MODEL, Vectors.axis(9), 10))
                        .hasSize(3)
                        .first()
                        .extracting(VectorHit::verse)
                        .isEqualTo(PSA_23_1);
            }
        }
    }

    @Test
    default void removesAnImportThatIsReplacedWhole(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder))) {
            replace(engine);
            try (var snapshot = engine.snapshot()) {
                assertThat(snapshot.edition(SmallText.CODE).map(Edition::key)).contains(SECOND);
                assertThat(snapshot.lexical(Scope.of(FIRST), terms("shepherd"), 10)).isEmpty();
                assertThat(snapshot.nearest(Scope.of(FIRST), MODEL, Vectors.axis(1), 10)).isEmpty();
                assertThat(snapshot.verses(FIRST, List.of(ROM_8_28, PSA_23_1))).isEmpty();
                assertThat(snapshot.chapter(FIRST, 0)).isEmpty();
                assertThat(snapshot.lexical(Scope.of(SECOND), terms("shepherd"), 10)).hasSize(1);
            }
        }
    }

    /**
     * Until it is closed, or for some seconds: a search goes on with the state that it began with.
     */
    @Test
    default void keepsWhatTheManifestOfAnOpenSnapshotNames(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder));
                var before = engine.snapshot()) {
            replace(engine);

            assertThat(before.manifest().offsets()).containsEntry(0, 7L);
            assertThat(before.edition(SmallText.CODE).map(Edition::key)).contains(FIRST);
            assertThat(before.lexical(Scope.of(FIRST), terms("shepherd"), 10)).hasSize(1);
            assertThat(before.nearest(Scope.of(FIRST), MODEL, Vectors.axis(1), 10)).hasSize(3);
            assertThat(before.verses(FIRST, List.of(PSA_23_1))).hasSize(1);
            assertThat(engine.manifest().offsets()).containsEntry(0, 9L);
        }
    }

    @Test
    default void findsEverythingAgainWhenOpenedAgain(@TempDir Path folder) {
        Manifest before;
        try (var engine = SmallText.stored(open(folder))) {
            before = engine.manifest();
        }
        try (var engine = open(folder);
                var snapshot = engine.snapshot()) {
            assertThat(engine.manifest()).isEqualTo(before);
            assertThat(engine.manifest().offsets()).containsEntry(0, 7L);
            assertThat(snapshot.lexical(Scope.of(FIRST), terms("shepherd"), 10)).hasSize(1);
            assertThat(snapshot.nearest(Scope.of(FIRST), MODEL, Vectors.axis(1), 1)).hasSize(1);
            assertThat(snapshot.verses(FIRST, List.of(PSA_23_1))).hasSize(1);
        }
    }

    private static void replace(Engine engine) {
        Indexed.events(engine, SmallText.events(SECOND), Map.of(0, 9L));
        Indexed.vectors(
                engine,
                SmallText.romansVectors(SECOND, MODEL),
                SmallText.psalmVectors(SECOND, MODEL));
    }
}
