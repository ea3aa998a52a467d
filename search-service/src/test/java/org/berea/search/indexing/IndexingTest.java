package org.berea.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.search.VectorBatch;
import org.berea.contracts.search.VectorBatch.VerseVector;
import org.berea.search.editions.Edition;
import org.berea.search.editions.EditionKey;
import org.berea.search.engine.Engine;
import org.berea.search.engine.Scope;
import org.berea.search.engine.Vectors;
import org.berea.search.engine.lucene.LuceneEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexingTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Path folder;
    private Engine engine;
    private Indexing indexing;

    IndexingTest(@TempDir Path folder) {
        this.folder = folder;
        this.engine = LuceneEngine.open(folder);
        this.indexing = indexing(engine);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void servesAFirstImportWithoutVectorsAndThenWithThem() {
        indexing.index(List.of(Imports.text("01", 2), Imports.text("01", 0)), Map.of(0, 2L));
        assertThat(serving()).isEmpty();

        indexing.index(List.of(Imports.text("01", 1)), Map.of(1, 1L));
        assertThat(serving()).containsExactly(edition("01", false));

        embed("01");
        assertThat(serving()).containsExactly(edition("01", true));
        assertThat(vectorsOf("01")).isEqualTo(12);
    }

    @Test
    void takesVectorsThatArriveBeforeTheirText() {
        embed("01");
        assertThat(serving()).isEmpty();
        indexing.index(Imports.texts("01"), Map.of(0, 3L));
        assertThat(serving()).containsExactly(edition("01", true));
    }

    @Test
    void changesNothingWhenEventsAndVectorsAreRepeated() {
        complete("01");
        indexing.index(Imports.texts("01"), Map.of(0, 6L));
        embed("01");

        assertThat(serving()).containsExactly(edition("01", true));
        assertThat(vectorsOf("01")).isEqualTo(12);
        assertThat(indexed("text")).isEqualTo(12);
        assertThat(indexed("vector")).isEqualTo(12);
        assertThat(events("repeated")).isEqualTo(3);
        assertThat(indexing.offsets()).containsEntry(0, 6L);
    }

    @Test
    void letsAReplacementTakeOverWholeAndForgetsTheOldImport() {
        complete("01");
        indexing.index(Imports.texts("02"), Map.of(0, 6L));
        indexing.index(Imports.vectors("02", 0));
        assertThat(serving()).containsExactly(edition("01", true));
        assertThat(vectorsOf("01")).isEqualTo(12);

        indexing.index(Imports.vectors("02", 1));
        indexing.index(Imports.vectors("02", 2));
        assertThat(serving()).containsExactly(edition("02", true));
        assertThat(vectorsOf("02")).isEqualTo(12);
        assertThat(vectorsOf("01")).isZero();
        assertThat(indexed("text")).isEqualTo(12);
    }

    @Test
    void ignoresWhatComesLateForAReplacedImport() {
        complete("02");
        indexing.index(Imports.texts("01"), Map.of(0, 6L));
        embed("01");

        assertThat(serving()).containsExactly(edition("02", true));
        assertThat(vectorsOf("01")).isZero();
        assertThat(events("superseded")).isEqualTo(3);
    }

    @Test
    void leavesNothingOfAnImportThatIsReplacedWithinTheSameBatch() {
        var both = new java.util.ArrayList<>(Imports.texts("01"));
        both.addAll(Imports.texts("02"));
        indexing.index(both, Map.of(0, 6L));

        assertThat(serving()).containsExactly(edition("02", false));
        assertThat(indexed("text")).isEqualTo(12);
        try (var snapshot = engine.snapshot()) {
            assertThat(snapshot.lexical(Scope.of(key("01")), List.of("shepherd"), 10)).isEmpty();
            assertThat(snapshot.lexical(Scope.of(key("02")), List.of("shepherd"), 10)).isNotEmpty();
        }
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        indexing.index(Imports.texts("01").subList(0, 2), Map.of(0, 2L));
        indexing.index(Imports.vectors("01", 0));
        restart();

        assertThat(indexing.offsets()).containsEntry(0, 2L);
        indexing.index(Imports.texts("01"), Map.of(0, 3L));
        indexing.index(Imports.vectors("01", 1));
        indexing.index(Imports.vectors("01", 2));
        assertThat(serving()).containsExactly(edition("01", true));
        assertThat(vectorsOf("01")).isEqualTo(12);
    }

    @Test
    void leavesOutAnEventThatContradictsItsImport() {
        indexing.index(List.of(Imports.text("01", 0)), Map.of());
        var other = new PassageImported("01", Imports.BST, 1, 2, List.of());
        indexing.index(List.of(other), Map.of(0, 2L));

        assertThat(serving()).isEmpty();
        assertThat(events("refused")).isEqualTo(1);
        assertThat(indexing.offsets()).containsEntry(0, 2L);
    }

    @Test
    void refusesVectorsThatDoNotFitNamingThem() {
        assertRefused(new float[3], "vectors[1].vector: 3 numbers (expected: exactly 384)");
        assertRefused(new float[384], "vectors[1].vector: length 0.000");
        var notANumber = Vectors.axis(1);
        notANumber[7] = Float.NaN;
        assertRefused(notANumber, "vectors[1].vector: length NaN");
        assertThat(engine.manifest().editions().imports()).isEmpty();
    }

    @Test
    void refusesVectorsOfWhatIsNoVerseAtAll() {
        var batch = batch(new VerseVector("Romans 8", Vectors.axis(1)));
        assertThatThrownBy(() -> indexing.index(batch))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("vectors[1].ref: 'Romans 8'");
    }

    private void assertRefused(float[] vector, String message) {
        assertThatThrownBy(() -> indexing.index(batch(new VerseVector("ROM.8.2", vector))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(message);
    }

    private static VectorBatch batch(VerseVector second) {
        var first = new VerseVector("ROM.8.1", Vectors.axis(0));
        return new VectorBatch("01", "BST", 0, 1, "test", List.of(first, second));
    }

    private void complete(String importId) {
        indexing.index(Imports.texts(importId), Map.of(0, 3L));
        embed(importId);
    }

    private void embed(String importId) {
        for (int i = 0; i < Imports.total(); i++) {
            indexing.index(Imports.vectors(importId, i));
        }
    }

    private List<Edition> serving() {
        return engine.manifest().editions().serving();
    }

    private int vectorsOf(String importId) {
        try (var snapshot = engine.snapshot()) {
            return snapshot.nearest(Scope.of(key(importId)), Imports.MODEL, Vectors.axis(0), 100)
                    .size();
        }
    }

    private double indexed(String kind) {
        return meters.get("berea.search.indexed.verses").tag("kind", kind).gauge().value();
    }

    private double events(String outcome) {
        return meters.get("berea.events.consumed").tag("outcome", outcome).counter().count();
    }

    private static Edition edition(String importId, boolean embedded) {
        return new Edition(
                key(importId),
                Imports.BST,
                embedded ? Map.of(Imports.MODEL, Vectors.DIMENSION) : Map.of());
    }

    private static EditionKey key(String importId) {
        return new EditionKey("BST", importId);
    }

    private void restart() {
        engine.close();
        engine = LuceneEngine.open(folder);
        indexing = indexing(engine);
    }

    private Indexing indexing(Engine engine) {
        return new Indexing(engine, new IndexingMetrics(meters));
    }
}
