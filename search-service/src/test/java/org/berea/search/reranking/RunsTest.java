package org.berea.search.reranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.junit.jupiter.api.Test;

class RunsTest {
    private final Runs runs = new Runs(3);

    @Test
    void widensAnAskedVerseByOneOnEachSideWithinItsChapter() {
        asked("ROM.8.28");
        asked("JHN.3.36");
        asked("PSA.23.1");
        assertThat(wires()).containsExactly("ROM.8.27-29", "JHN.3.35-36", "PSA.23.1-2");
        assertThat(runs.inOrder()).allMatch(run -> run.score() == 1);
        assertThat(runs.inOrder()).allMatch(run -> run.reason() == Reason.REFERENCE);
    }

    @Test
    void leavesAWholeChapterAsItIs() {
        asked("PSA.23.1-6");
        assertThat(wires()).containsExactly("PSA.23.1-6");
    }

    @Test
    void dropsAFoundVerseThatIsShownAlready() {
        asked("ROM.8.28");
        found("ROM.8.29", 0.9);
        assertThat(wires()).containsExactly("ROM.8.27-29");
    }

    @Test
    void joinsNeighboursAndKeepsTheBetterPlaceScoreAndReason() {
        found("ROM.8.5", 0.9);
        found("PSA.23.3", 0.8);
        found("ROM.8.8", 0.7);
        assertThat(wires()).containsExactly("ROM.8.4-9", "PSA.23.2-4");
        assertThat(runs.inOrder().getFirst().score()).isEqualTo(0.9);
    }

    @Test
    void joinsTwoRunsWhenAThirdFillsTheGap() {
        found("ROM.8.5", 0.9);
        found("ROM.8.11", 0.8);
        found("ROM.8.8", 0.7);
        assertThat(wires()).containsExactly("ROM.8.4-12");
    }

    @Test
    void letsNoRunGrowWithoutEndAndShowsNoVerseTwice() {
        found("ROM.8.5", 0.9);
        found("ROM.8.8", 0.8);
        found("ROM.8.11", 0.7);
        found("ROM.8.14", 0.6);
        assertThat(wires()).containsExactly("ROM.8.4-12", "ROM.8.13-15");
    }

    @Test
    void takesAtMostAsManyAsAreWanted() {
        found("ROM.8.5", 0.9);
        found("PSA.23.3", 0.8);
        found("JHN.3.16", 0.7);
        found("GEN.1.1", 0.6);
        assertThat(wires()).containsExactly("ROM.8.4-6", "PSA.23.2-4", "JHN.3.15-17");
    }

    private void asked(String wire) {
        runs.addAsked(VerseRange.parse(wire).orElseThrow());
    }

    private void found(String wire, double score) {
        runs.addFound(new RankedVerse(VerseRef.parse(wire).orElseThrow(), score, Reason.LEXICAL));
    }

    private List<String> wires() {
        return runs.inOrder().stream().map(run -> run.range().wire()).toList();
    }
}
