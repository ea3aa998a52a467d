package org.berea.search.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.junit.jupiter.api.Test;

class CrossReferencesTest {
    private static final VerseRef GEN_1_1 = verse("GEN.1.1");

    private final CrossReferences references =
            CrossReferences.of(
                    "www.openbible.info",
                    List.of(
                            new CrossReference("GEN.1.1", "PSA.33.6", -3),
                            new CrossReference("GEN.1.1", "JHN.1.1-3", 60),
                            new CrossReference("GEN.1.1", "HEB.11.3", 90),
                            new CrossReference("JHN.1.1", "GEN.1.1", 40),
                            new CrossReference("REV.22.21", "GEN.1.31-2.2", 1)));

    @Test
    void leadsToTheMostVotedFirst() {
        assertThat(references.from(GEN_1_1))
                .containsExactly(
                        new Link(range("HEB.11.3"), 90),
                        new Link(range("JHN.1.1-3"), 60),
                        new Link(range("PSA.33.6"), -3));
        assertThat(references.from(verse("REV.22.21")))
                .containsExactly(new Link(range("GEN.1.31-2.2"), 1));
        assertThat(references.from(verse("GEN.1.2"))).isEmpty();
    }

    @Test
    void countsTheReferencesThatTouchAVerse() {
        assertThat(references.degree(GEN_1_1)).isEqualTo(4);
        assertThat(references.degree(verse("JHN.1.1"))).isEqualTo(2);
        assertThat(references.degree(verse("JHN.1.3"))).isEqualTo(1);
        assertThat(references.degree(verse("GEN.2.1"))).isEqualTo(1);
        assertThat(references.degree(verse("GEN.2.3"))).isZero();
    }

    @Test
    void leavesOutWhatTheVersificationLacks() {
        var some =
                CrossReferences.of(
                        "s",
                        List.of(
                                new CrossReference("GEN.1.99", "PSA.33.6", 1),
                                new CrossReference("GEN.1.1", "PSA.33.66", 1),
                                new CrossReference("GEN.1.1", "PSA.33.6", 1)));
        assertThat(some.size()).isEqualTo(1);
    }

    @Test
    void hasNothingToSayWhileNoneAreLoaded() {
        assertThat(CrossReferences.NONE.isEmpty()).isTrue();
        assertThat(CrossReferences.NONE.from(GEN_1_1)).isEmpty();
        assertThat(CrossReferences.NONE.degree(GEN_1_1)).isZero();
        assertThat(CrossReferences.NONE.source()).isEmpty();
        assertThat(references.isEmpty()).isFalse();
        assertThat(references.source()).isEqualTo("www.openbible.info");
    }

    private static VerseRef verse(String wire) {
        return VerseRef.parse(wire).orElseThrow();
    }

    private static VerseRange range(String wire) {
        return VerseRange.parse(wire).orElseThrow();
    }
}
