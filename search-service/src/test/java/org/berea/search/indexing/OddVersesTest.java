package org.berea.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.search.VectorBatch;
import org.berea.contracts.search.VectorBatch.VerseVector;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.engine.Engine;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.Scope;
import org.berea.search.engine.StoredVerse;
import org.berea.search.engine.VectorHit;
import org.berea.search.engine.Vectors;
import org.berea.search.engine.lucene.LuceneEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verses that an edition prints together, and verses that the versification has not. */
class OddVersesTest {
    private static final EditionKey KEY = new EditionKey("BST", "01");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Engine engine;
    private final Indexing indexing;

    OddVersesTest(@TempDir Path folder) {
        this.engine = LuceneEngine.open(folder);
        this.indexing = new Indexing(engine, new IndexingMetrics(meters));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void findsVersesThatArePrintedAsOneByEitherByTheirWordsAndByTheirVector() {
        text(new Verse("ROM.8.28-29", "All for good, for he chose them"));
        vectors(new VerseVector("ROM.8.28-29", Vectors.axis(1)));

        var both = new StoredVerse(range("ROM.8.28-29"), "All for good, for he chose them");
        try (var snapshot = engine.snapshot()) {
            assertThat(snapshot.verses(KEY, List.of(verse("ROM.8.28")))).containsExactly(both);
            assertThat(snapshot.verses(KEY, List.of(verse("ROM.8.29")))).containsExactly(both);
            assertThat(snapshot.verses(KEY, List.of(verse("ROM.8.28"), verse("ROM.8.29"))))
                    .containsExactly(both);
            assertThat(snapshot.lexical(Scope.of(KEY), List.of("chose"), 5))
                    .extracting(LexicalHit::verse)
                    .containsExactly(verse("ROM.8.28"));
            assertThat(snapshot.nearest(Scope.of(KEY), Imports.MODEL, Vectors.axis(1), 5))
                    .extracting(VectorHit::verse)
                    .containsExactly(verse("ROM.8.28"));
        }
    }

    @Test
    void leavesOutAndCountsVersesThatTheVersificationHasNot() {
        text(new Verse("ROM.8.99", "none"), new Verse("ROM.8.1", "some"));
        vectors(
                new VerseVector("ROM.8.99", Vectors.axis(1)),
                new VerseVector("ROM.8.1", Vectors.axis(2)));

        assertThat(engine.manifest().editions().serving().getFirst().embedded()).isTrue();
        assertThat(leftOut("text")).isEqualTo(1);
        assertThat(leftOut("vector")).isEqualTo(1);
        assertThat(meters.get("berea.search.indexed.verses").tag("kind", "text").gauge().value())
                .isEqualTo(1);
    }

    @Test
    void keepsTheFirstOfARangeThatGoesBeyondTheVersification() {
        text(new Verse("ROM.8.39-40", "some"));
        try (var snapshot = engine.snapshot()) {
            assertThat(snapshot.chapter(KEY, 0))
                    .containsExactly(new StoredVerse(range("ROM.8.39"), "some"));
        }
    }

    @Test
    void leavesOutAndCountsReferencesToVersesThatTheVersificationHasNot() {
        var known = new CrossReference("ROM.8.28", "GEN.50.20-21", 5);
        var references =
                List.of(
                        known,
                        new CrossReference("ROM.8.99", "GEN.50.20", 5),
                        new CrossReference("ROM.8.28", "GEN.50.99", 5));
        indexing.index(
                List.of(new CrossReferencesImported("x1", "source", 0, 1, references)), Map.of());

        try (var snapshot = engine.snapshot()) {
            assertThat(snapshot.links("x1")).containsExactly(known);
        }
        assertThat(leftOut("reference")).isEqualTo(2);
    }

    private void text(Verse... verses) {
        indexing.index(
                List.of(new PassageImported("01", Imports.BST, 0, 1, List.of(verses))), Map.of());
    }

    private void vectors(VerseVector... vectors) {
        indexing.index(new VectorBatch("01", "BST", 0, 1, Imports.MODEL, List.of(vectors)));
    }

    private double leftOut(String kind) {
        return meters.get("berea.search.verses.left.out").tag("kind", kind).counter().count();
    }

    private static VerseRef verse(String wire) {
        return VerseRef.parse(wire).orElseThrow();
    }

    private static VerseRange range(String wire) {
        return VerseRange.parse(wire).orElseThrow();
    }
}
