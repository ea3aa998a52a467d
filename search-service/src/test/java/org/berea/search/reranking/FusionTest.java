package org.berea.search.reranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.scripture.VerseRef;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final VerseRef A = VerseRef.parse("ROM.8.1").orElseThrow();
    private static final VerseRef B = VerseRef.parse("ROM.8.10").orElseThrow();
    private static final VerseRef C = VerseRef.parse("ROM.8.20").orElseThrow();

    @Test
    void prefersWhatBothLegsFoundOverWhatOneFoundFirst() {
        var fused = Fusion.fuse(List.of(A, B), List.of(C, B));
        assertThat(fused).extracting(RankedVerse::verse).startsWith(B);
    }

    @Test
    void givesTheFirstOfBothTheScoreOneAndNamesTheBetterLeg() {
        var fused = Fusion.fuse(List.of(A, B), List.of(A, C, B));

        assertThat(fused.getFirst().verse()).isEqualTo(A);
        assertThat(fused.getFirst().score()).isCloseTo(1, within(0.0001));
        assertThat(fused)
                .extracting(RankedVerse::reason)
                .containsExactly(Reason.LEXICAL, Reason.LEXICAL, Reason.VECTOR);
        assertThat(fused).allMatch(each -> each.score() > 0 && each.score() <= 1);
    }

    @Test
    void takesOneLegAlone() {
        var fused = Fusion.fuse(List.of(), List.of(C));
        assertThat(fused).extracting(RankedVerse::reason).containsExactly(Reason.VECTOR);
    }
}
