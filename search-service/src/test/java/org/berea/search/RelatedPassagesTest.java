package org.berea.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.contracts.search.PassagesResponse.Related;
import org.berea.scripture.VerseRange;
import org.berea.search.links.CrossReferences;
import org.junit.jupiter.api.Test;

class RelatedPassagesTest {
    private static final VerseRange ROMANS = VerseRange.parse("ROM.8.28-29").orElseThrow();

    @Test
    void showTheMostVotedFirstAndAddUpTheVotesOfThePassagesVerses() {
        var references =
                references(
                        new CrossReference("ROM.8.28", "GEN.50.20", 60),
                        new CrossReference("ROM.8.28", "EPH.1.11", 50),
                        new CrossReference("ROM.8.29", "EPH.1.11", 20),
                        new CrossReference("ROM.8.29", "COL.1.15-18", 30),
                        new CrossReference("ROM.8.30", "1PE.2.9", 500));
        assertThat(RelatedPassages.of(ROMANS, references))
                .containsExactly(
                        new Related("EPH.1.11", "Ephesians 1:11", 70),
                        new Related("GEN.50.20", "Genesis 50:20", 60),
                        new Related("COL.1.15-18", "Colossians 1:15–18", 30));
    }

    @Test
    void leaveOutThePassageItselfAndWhatReadersVotedDown() {
        var references =
                references(
                        new CrossReference("ROM.8.28", "ROM.8.29", 60),
                        new CrossReference("ROM.8.28", "ROM.8.29-30", 60),
                        new CrossReference("ROM.8.28", "GEN.1.1", -3),
                        new CrossReference("ROM.8.28", "GEN.1.2", 0));
        assertThat(RelatedPassages.of(ROMANS, references)).isEmpty();
    }

    @Test
    void areBounded() {
        var many =
                IntStream.rangeClosed(1, 30)
                        .mapToObj(i -> new CrossReference("ROM.8.28", "PSA.119." + i, i))
                        .toArray(CrossReference[]::new);
        assertThat(RelatedPassages.of(ROMANS, references(many)))
                .hasSize(20)
                .first()
                .isEqualTo(new Related("PSA.119.30", "Psalm 119:30", 30));
    }

    private static CrossReferences references(CrossReference... references) {
        return CrossReferences.of("a source", List.of(references));
    }
}
