package org.berea.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.berea.search.engine.SmallText.FIRST;
import static org.berea.search.engine.SmallText.PSA_23_1;
import static org.berea.search.engine.SmallText.ROM_8_28;
import static org.berea.search.engine.SmallText.ROM_8_31;
import static org.berea.search.engine.SmallText.SECOND;
import static org.berea.search.engine.SmallText.terms;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.berea.contracts.completion.Verse;
import org.berea.scripture.Book;
import org.berea.search.indexing.Indexed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding verses by their words. */
interface LexicalContract extends EngineUnderTest {
    @Test
    default void findsVersesByTheirStems(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder));
                var snapshot = engine.snapshot()) {
            var hits = snapshot.lexical(Scope.of(FIRST), terms("shepherds"), 10);
            assertThat(hits).extracting(LexicalHit::verse).containsExactly(PSA_23_1);
            assertThat(hits.getFirst().coverage()).isCloseTo(1, within(0.001));
        }
    }

    @Test
    default void findsAVerseByItsNeighboursWordsToo(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder));
                var snapshot = engine.snapshot()) {
            var hits = snapshot.lexical(Scope.of(FIRST), terms("purpose"), 10);
            assertThat(hits).extracting(LexicalHit::verse).containsExactly(ROM_8_28, ROM_8_31);
            assertThat(hits.getFirst().score()).isGreaterThan(hits.getLast().score());
        }
    }

    @Test
    default void weighsMissingTermsByTheirRarity(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder));
                var snapshot = engine.snapshot()) {
            var hits = snapshot.lexical(Scope.of(FIRST), terms("shepherd carburetor"), 10);
            assertThat(hits).hasSize(1);
            assertThat(hits.getFirst().coverage()).isBetween(0.2, 0.49);
        }
    }

    @Test
    default void findsNoMoreThanAreWantedTheBestFirst(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder));
                var snapshot = engine.snapshot()) {
            var hits = snapshot.lexical(Scope.of(FIRST), terms("who is against his purpose"), 1);
            assertThat(hits).extracting(LexicalHit::verse).containsExactly(ROM_8_31);
            assertThat(snapshot.lexical(Scope.of(FIRST), List.of(), 10)).isEmpty();
        }
    }

    @Test
    default void takesNothingThatIsWrittenAsSyntax(@TempDir Path folder) {
        var odd =
                List.of(
                        "shepherd",
                        "lord^9",
                        "text:lord",
                        "*",
                        "\"",
                        "+purpos",
                        "-",
                        "(",
                        "\\",
                        "~");
        try (var engine = SmallText.stored(open(folder));
                var snapshot = engine.snapshot()) {
            assertThat(snapshot.lexical(Scope.of(FIRST), odd, 10))
                    .extracting(LexicalHit::verse)
                    .containsExactly(PSA_23_1);
        }
    }

    /** The psalms say it a hundred times and more shortly: filtering what was found is too late. */
    @Test
    default void looksForWordsOnlyInTheBooksOfTheScope(@TempDir Path folder) {
        try (var engine = open(folder)) {
            var psalm =
                    IntStream.rangeClosed(1, 100)
                            .mapToObj(i -> new Verse("PSA.119." + i, "mercy"))
                            .toArray(Verse[]::new);
            var others =
                    new Verse[] {
                        new Verse(
                                "ROM.11.32", "He has shut up all, that he might have mercy on all"),
                        new Verse("ROM.11.33", "Oh the depth of the riches of wisdom")
                    };
            Indexed.events(
                    engine,
                    List.of(
                            SmallText.chapter(FIRST, 0, others),
                            SmallText.chapter(FIRST, 1, psalm)),
                    Map.of());
            try (var snapshot = engine.snapshot()) {
                assertThat(books(snapshot, Set.of(Book.ROMANS))).containsOnly(Book.ROMANS);
                assertThat(books(snapshot, Set.of(Book.PSALMS))).containsOnly(Book.PSALMS);
                assertThat(books(snapshot, EnumSet.of(Book.ROMANS, Book.GENESIS)))
                        .containsOnly(Book.ROMANS);
                assertThat(books(snapshot, Set.of(Book.GENESIS))).isEmpty();
            }
        }
    }

    @Test
    default void keepsTheWordsOfImportsApart(@TempDir Path folder) {
        try (var engine = SmallText.stored(open(folder))) {
            var second = SmallText.psalm(SECOND, "The Lord is my pastor");
            Indexed.events(engine, List.of(second), Map.of());
            try (var snapshot = engine.snapshot()) {
                assertThat(snapshot.lexical(Scope.of(SECOND), terms("shepherd"), 10)).isEmpty();
                assertThat(snapshot.lexical(Scope.of(FIRST), terms("pastor"), 10)).isEmpty();
                assertThat(snapshot.lexical(Scope.of(SECOND), terms("pastor"), 10)).hasSize(1);
            }
        }
    }

    private static List<Book> books(Snapshot snapshot, Set<Book> books) {
        return snapshot.lexical(new Scope(FIRST, books), terms("mercy"), 10).stream()
                .map(hit -> hit.verse().book())
                .toList();
    }
}
