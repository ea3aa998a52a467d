package org.berea.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.search.VectorBatch;
import org.berea.contracts.search.VectorBatch.VerseVector;
import org.berea.search.editions.EditionKey;
import org.berea.search.engine.Engine;
import org.berea.search.engine.Scope;
import org.berea.search.engine.Vectors;
import org.berea.search.engine.lucene.LuceneEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoModelsTest {
    private static final EditionKey KEY = new EditionKey("BST", "01");
    private static final String OLD = "small@1";
    private static final String NEW = "small@2";
    private static final String NEWEST = "large@1";

    private final Engine engine;
    private final Indexing indexing;

    TwoModelsTest(@TempDir Path folder) {
        this.engine = LuceneEngine.open(folder);
        this.indexing = new Indexing(engine, new IndexingMetrics(new SimpleMeterRegistry()));
        indexing.index(Imports.texts("01"), Map.of());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void changesFromOneModelToAnotherWithoutAGap() {
        embed(OLD, 0, 1, 2);
        embed(NEW, 0, 1);
        assertThat(models()).containsOnlyKeys(OLD);
        assertThat(found(OLD)).isEqualTo(12);

        embed(NEW, 2);
        assertThat(models()).containsOnlyKeys(OLD, NEW);
        assertThat(found(OLD)).as("questions may still be embedded by the old one").isEqualTo(12);
        assertThat(found(NEW)).isEqualTo(12);
        assertThat(found(NEWEST)).isZero();
    }

    @Test
    void letsAThirdModelDriveOutTheOldest() {
        embed(OLD, 0, 1, 2);
        embed(NEW, 0, 1, 2);
        embed(NEWEST, 0);
        assertThat(models()).containsOnlyKeys(NEW);
        assertThat(found(OLD)).isZero();
        assertThat(found(NEW)).isEqualTo(12);

        embed(NEWEST, 1, 2);
        assertThat(models()).containsOnlyKeys(NEW, NEWEST);
    }

    @Test
    void neverDrivesOutTheOnlyModelThatIsWhole() {
        embed(OLD, 0, 1, 2);
        embed(NEW, 0);
        embed(NEWEST, 0);
        assertThat(models()).containsOnlyKeys(OLD);
        assertThat(found(OLD)).isEqualTo(12);
        assertThat(found(NEW)).isZero();
        assertThat(found(NEWEST)).isEqualTo(4);
    }

    @Test
    void takesVectorsOfAnotherDimension() {
        embed(OLD, 0, 1, 2);
        for (int i = 0; i < Imports.total(); i++) {
            indexing.index(shrunk(Imports.vectors("01", i, NEW)));
        }
        assertThat(models()).containsEntry(OLD, 384).containsEntry(NEW, 32);
        try (var snapshot = engine.snapshot()) {
            var question = new float[32];
            question[0] = 1;
            assertThat(snapshot.nearest(Scope.of(KEY), NEW, question, 20)).hasSize(12);
        }
        assertThat(found(OLD)).isEqualTo(12);
    }

    @Test
    void refusesVectorsOfTwoDimensionsFromOneModel() {
        embed(OLD, 0);
        var other = shrunk(Imports.vectors("01", 1, OLD));
        assertThatThrownBy(() -> indexing.index(other))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("vectors: 32 numbers (expected: 384");
    }

    private void embed(String model, int... chapters) {
        for (int chapter : chapters) {
            indexing.index(Imports.vectors("01", chapter, model));
        }
    }

    /** The axes of the small translation lie within the first numbers. */
    private static VectorBatch shrunk(VectorBatch batch) {
        List<VerseVector> vectors =
                batch.vectors().stream()
                        .map(
                                it ->
                                        new VerseVector(
                                                it.ref(), java.util.Arrays.copyOf(it.vector(), 32)))
                        .toList();
        return new VectorBatch(
                batch.importId(),
                batch.translation(),
                batch.sequence(),
                batch.total(),
                batch.model(),
                vectors);
    }

    private Map<String, Integer> models() {
        return engine.manifest().editions().serving().getFirst().models();
    }

    private int found(String model) {
        try (var snapshot = engine.snapshot()) {
            return snapshot.nearest(Scope.of(KEY), model, Vectors.axis(0), 100).size();
        }
    }
}
