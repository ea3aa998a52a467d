package org.berea.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.search.engine.SmallText.AGAINST;
import static org.berea.search.engine.SmallText.FIRST;
import static org.berea.search.engine.SmallText.PSA_23_1;
import static org.berea.search.engine.SmallText.PURPOSE;
import static org.berea.search.engine.SmallText.ROM_8_28;
import static org.berea.search.engine.SmallText.ROM_8_31;
import static org.berea.search.engine.SmallText.SECOND;
import static org.berea.search.engine.SmallText.SHEPHERD;
import static org.berea.search.engine.SmallText.verse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.scripture.VerseRange;
import org.berea.search.indexing.Indexed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Giving back what was stored. */
interface TextContract extends EngineUnderTest {
    @Test
    default void givesTheTextsOfThoseVersesThatHaveOne(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder));
                var snapshot = engine.snapshot()) {
            assertThat(snapshot.verses(FIRST, List.of(ROM_8_28, verse("ROM.8.1"), PSA_23_1)))
                    .containsExactly(
                            new StoredVerse(PSA_23_1.toRange(), SHEPHERD),
                            new StoredVerse(ROM_8_28.toRange(), PURPOSE));
            assertThat(snapshot.verses(FIRST, List.of())).isEmpty();
            assertThat(snapshot.verses(SECOND, List.of(ROM_8_28))).isEmpty();
        }
    }

    @Test
    default void givesAChapterAsItCame(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder));
                var snapshot = engine.snapshot()) {
            assertThat(snapshot.chapter(FIRST, 0))
                    .containsExactly(
                            new StoredVerse(ROM_8_28.toRange(), PURPOSE),
                            new StoredVerse(ROM_8_31.toRange(), AGAINST));
            assertThat(snapshot.chapter(FIRST, 2)).isEmpty();
            assertThat(snapshot.chapter(SECOND, 0)).isEmpty();
        }
    }

    @Test
    default void givesVersesThatArePrintedAsOneForEachOfThemOnce(@TempDir Path folder) {
        try (var engine = open(folder)) {
            var bridge = new Verse("ROM.8.28-30", "All for good");
            Indexed.events(
                    engine,
                    List.of(SmallText.chapter(FIRST, 0, bridge, new Verse("ROM.8.31", AGAINST))),
                    Map.of());
            var stored = new StoredVerse(range("ROM.8.28-30"), "All for good");
            try (var snapshot = engine.snapshot()) {
                for (String each : List.of("ROM.8.28", "ROM.8.29", "ROM.8.30")) {
                    assertThat(snapshot.verses(FIRST, List.of(verse(each))))
                            .containsExactly(stored);
                }
                assertThat(snapshot.verses(FIRST, range("ROM.8.27-31").verses()))
                        .containsExactly(stored, new StoredVerse(ROM_8_31.toRange(), AGAINST));
                assertThat(snapshot.chapter(FIRST, 0)).hasSize(2).contains(stored);
            }
        }
    }

    @Test
    default void showsAllTextsOfAnImportOnce(@TempDir Path folder) {
        try (var engine = open(folder)) {
            var bridge = new Verse("ROM.8.28-30", "All for good");
            Indexed.events(
                    engine,
                    List.of(
                            SmallText.chapter(FIRST, 0, bridge, new Verse("ROM.8.31", AGAINST)),
                            SmallText.psalm(FIRST, "The Lord is my shepherd"),
                            SmallText.psalm(SECOND, "Yahweh is my shepherd")),
                    Map.of());
            var shown = new ArrayList<StoredVerse>();
            try (var snapshot = engine.snapshot()) {
                snapshot.texts(FIRST, shown::add);
            }
            assertThat(shown)
                    .containsExactlyInAnyOrder(
                            new StoredVerse(range("ROM.8.28-30"), "All for good"),
                            new StoredVerse(ROM_8_31.toRange(), AGAINST),
                            new StoredVerse(range("PSA.23.1"), "The Lord is my shepherd"));
        }
    }

    @Test
    default void givesTheCrossReferencesOfAnImport(@TempDir Path folder) {
        var genesis = new CrossReference("GEN.1.1", "JHN.1.1-3", 60);
        var disputed = new CrossReference("GEN.1.1", "PSA.33.6", -3);
        var john = new CrossReference("JHN.1.1", "GEN.1.1", 40);
        try (var engine = open(folder)) {
            Indexed.links(
                    engine,
                    List.of(references("x1", 0, genesis, disputed), references("x1", 1, john)));
            Indexed.links(engine, List.of(references("x2", 0, john)));
            try (var snapshot = engine.snapshot()) {
                assertThat(snapshot.links("x1")).containsExactlyInAnyOrder(genesis, disputed, john);
                assertThat(snapshot.links("x2")).containsExactly(john);
                assertThat(snapshot.links("x3")).isEmpty();
            }
            Indexed.links(engine, List.of(references("x2", 1, genesis)));
            try (var snapshot = engine.snapshot()) {
                assertThat(snapshot.links("x1")).isEmpty();
                assertThat(snapshot.links("x2")).containsExactlyInAnyOrder(john, genesis);
            }
        }
    }

    private static CrossReferencesImported references(
            String importId, int sequence, CrossReference... references) {
        return new CrossReferencesImported(importId, "source", sequence, 2, List.of(references));
    }

    private static VerseRange range(String wire) {
        return VerseRange.parse(wire).orElseThrow();
    }
}
