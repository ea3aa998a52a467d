package org.berea.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.berea.search.engine.SmallText.FIRST;
import static org.berea.search.engine.SmallText.MODEL;
import static org.berea.search.engine.SmallText.PSA_23_1;
import static org.berea.search.engine.SmallText.ROM_8_28;
import static org.berea.search.engine.SmallText.ROM_8_31;
import static org.berea.search.engine.SmallText.SECOND;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.berea.contracts.search.VectorBatch.VerseVector;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.VectorSet;
import org.berea.search.indexing.Indexed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding verses by their vectors. */
interface VectorContract extends EngineUnderTest {
    String OTHER = "other@1";
    String THIRD = "third@1";

    @Test
    default void findsVersesByTheirVectors(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder));
                var snapshot = engine.snapshot()) {
            var hits = snapshot.nearest(Scope.of(FIRST), MODEL, Vectors.near(1, 0.8), 2);
            assertThat(hits).hasSize(2).extracting(VectorHit::verse).startsWith(ROM_8_28);
            assertThat(hits.getFirst().cosine()).isCloseTo(0.8, within(0.001));
        }
    }

    /** A hundred of the psalms are nearer: filtering what was found is too late. */
    @Test
    default void looksForVectorsOnlyInTheBooksOfTheScope(@TempDir Path folder) {
        try (var engine = open(folder)) {
            var psalm =
                    IntStream.rangeClosed(1, 100)
                            .mapToObj(i -> new VerseVector("PSA.119." + i, Vectors.near(1, 0.9)))
                            .toArray(VerseVector[]::new);
            Indexed.vectors(
                    engine,
                    SmallText.romansVectors(FIRST, MODEL),
                    SmallText.vectors(FIRST, MODEL, 1, psalm));
            try (var snapshot = engine.snapshot()) {
                assertThat(books(snapshot, Set.of())).hasSize(10);
                assertThat(books(snapshot, Set.of(Book.ROMANS)))
                        .containsExactly(Book.ROMANS, Book.ROMANS);
                assertThat(books(snapshot, Set.of(Book.PSALMS))).containsOnly(Book.PSALMS);
                assertThat(books(snapshot, Set.of(Book.GENESIS, Book.ROMANS)))
                        .containsOnly(Book.ROMANS);
                assertThat(books(snapshot, Set.of(Book.GENESIS))).isEmpty();
            }
        }
    }

    @Test
    default void keepsTheVectorsOfImportsApart(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder))) {
            Indexed.vectors(engine, SmallText.psalmVectors(SECOND, MODEL));
            try (var snapshot = engine.snapshot()) {
                assertThat(snapshot.nearest(Scope.of(SECOND), MODEL, Vectors.axis(1), 10))
                        .extracting(VectorHit::verse)
                        .containsExactly(PSA_23_1);
                assertThat(snapshot.nearest(Scope.of(FIRST), MODEL, Vectors.axis(1), 10))
                        .hasSize(3);
            }
        }
    }

    @Test
    default void keepsTheVectorsOfModelsApart(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder))) {
            var turned = new VerseVector("PSA.23.1", Vectors.axis(1));
            Indexed.vectors(engine, SmallText.vectors(FIRST, OTHER, 1, turned));
            try (var snapshot = engine.snapshot()) {
                assertThat(snapshot.nearest(Scope.of(FIRST), OTHER, Vectors.axis(1), 10))
                        .extracting(VectorHit::verse)
                        .containsExactly(PSA_23_1);
                assertThat(snapshot.nearest(Scope.of(FIRST), MODEL, Vectors.axis(1), 1))
                        .extracting(VectorHit::verse)
                        .containsExactly(ROM_8_28);
                assertThat(snapshot.nearest(Scope.of(FIRST), THIRD, Vectors.axis(1), 10)).isEmpty();
            }
        }
    }

    @Test
    default void showsEveryVectorOfASetOnce(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder))) {
            var turned = new VerseVector("PSA.23.1", Vectors.axis(5));
            Indexed.vectors(
                    engine,
                    SmallText.vectors(FIRST, OTHER, 1, turned),
                    SmallText.psalmVectors(SECOND, MODEL));
            assertThat(axes(engine, new VectorSet(FIRST, MODEL)))
                    .isEqualTo(Map.of(ROM_8_28, 1, ROM_8_31, 2, PSA_23_1, 3));
            assertThat(axes(engine, new VectorSet(FIRST, OTHER))).isEqualTo(Map.of(PSA_23_1, 5));
            assertThat(axes(engine, new VectorSet(FIRST, "unheard-of@1"))).isEmpty();
        }
    }

    @Test
    default void takesModelsOfDifferentDimensions(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder))) {
            var small = new VerseVector("PSA.23.1", new float[] {0, 1});
            Indexed.vectors(engine, SmallText.vectors(FIRST, OTHER, 1, small));
            try (var snapshot = engine.snapshot()) {
                var hits = snapshot.nearest(Scope.of(FIRST), OTHER, new float[] {0, 1}, 10);
                assertThat(hits).hasSize(1);
                assertThat(hits.getFirst().cosine()).isCloseTo(1, within(0.001));
            }
        }
    }

    @Test
    default void removesTheVectorsOfTheOldestOfThreeModels(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder))) {
            Indexed.vectors(
                    engine,
                    SmallText.romansVectors(FIRST, OTHER),
                    SmallText.psalmVectors(FIRST, OTHER),
                    SmallText.psalmVectors(FIRST, THIRD));
            try (var snapshot = engine.snapshot()) {
                assertThat(snapshot.nearest(Scope.of(FIRST), MODEL, Vectors.axis(1), 10)).isEmpty();
                assertThat(snapshot.nearest(Scope.of(FIRST), OTHER, Vectors.axis(1), 10))
                        .hasSize(3);
                assertThat(snapshot.nearest(Scope.of(FIRST), THIRD, Vectors.axis(1), 10))
                        .hasSize(1);
            }
        }
    }

    /** Along which axis the vector of each verse lies. */
    private static Map<VerseRef, Integer> axes(Engine engine, VectorSet set) {
        var axes = new HashMap<VerseRef, Integer>();
        try (var snapshot = engine.snapshot()) {
            snapshot.vectors(
                    set, (verse, vector) -> assertThat(axes.put(verse, axis(vector))).isNull());
        }
        return axes;
    }

    private static int axis(float[] vector) {
        return IntStream.range(0, vector.length)
                .filter(i -> Math.abs(vector[i] - 1) < 0.001)
                .findFirst()
                .orElseThrow();
    }

    private static List<Book> books(Snapshot snapshot, Set<Book> books) {
        return snapshot.nearest(new Scope(FIRST, books), MODEL, Vectors.axis(1), 10).stream()
                .map(hit -> hit.verse().book())
                .toList();
    }
}
