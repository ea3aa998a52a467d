package org.berea.search.widening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.contracts.search.Translation;
import org.berea.scripture.VerseRange;
import org.berea.search.editions.Edition;
import org.berea.search.editions.EditionKey;
import org.berea.search.reranking.RankedVerse;
import org.junit.jupiter.api.Test;

class RunsTest {
    private static final Edition WEB = edition("WEB");
    private static final Edition KJV = edition("KJV");

    private Runs runs = new Runs(List.of(WEB, KJV), 1, 3);

    @Test
    void joinsNeighboursAndKeepsTheBetterPlaceScoreAndReason() {
        found("ROM.8.5", 0.9);
        found("PSA.23.3", 0.8);
        found("ROM.8.8", 0.7);
        assertThat(wires()).containsExactly("ROM.8.4-9", "PSA.23.2-4");
        assertThat(runs.inOrder().getFirst().score()).isEqualTo(0.9);
    }

    @Test
    void widensWithinTheChapterByAsMuchAsIsAskedFor() {
        runs = new Runs(List.of(WEB), 3, 3);
        found("JHN.3.35", 0.9);
        found("PSA.23.1", 0.8);
        found("ROM.8.28", 0.7);
        assertThat(wires()).containsExactly("JHN.3.32-36", "PSA.23.1-4", "ROM.8.25-31");
    }

    @Test
    void withoutContextLeavesEachVerseByItselfInItsOrder() {
        runs = new Runs(List.of(WEB), 0, 4);
        found("ROM.8.5", 0.9);
        found("PSA.23.3", 0.8);
        found("ROM.8.6", 0.7);
        found("ROM.8.5", 0.6);
        assertThat(wires()).containsExactly("ROM.8.5", "PSA.23.3", "ROM.8.6");
    }

    @Test
    void dropsAFoundVerseThatIsShownAlready() {
        asked("ROM.8.27-29");
        found("ROM.8.29", 0.9);
        assertThat(wires()).containsExactly("ROM.8.27-29");
        assertThat(runs.inOrder().getFirst().reason()).isEqualTo(Reason.REFERENCE);
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

    @Test
    void neverMixesEditionsInARun() {
        found("ACT.8.36", WEB, 0.9);
        found("ACT.8.38", KJV, 0.8);
        assertThat(wires()).containsExactly("ACT.8.35-37", "ACT.8.38-39");
        assertThat(runs.inOrder()).extracting(Run::edition).containsExactly(WEB, KJV);
    }

    @Test
    void takesFromAnotherEditionWhatTheOneAroundItLacks() {
        found("ACT.8.36", WEB, 0.9);
        found("ACT.8.37", KJV, 0.8);
        assertThat(wires()).containsExactly("ACT.8.35-37", "ACT.8.37-38");
    }

    @Test
    void dropsAVerseOfThePreferredEditionThatAnotherShowsAlready() {
        found("ACT.8.37", KJV, 0.9);
        found("ACT.8.36", WEB, 0.8);
        assertThat(wires()).containsExactly("ACT.8.36-38");
    }

    @Test
    void takesVersesThatArePrintedAsOneForOne() {
        runs = new Runs(List.of(WEB), 1, 3);
        var verses = VerseRange.parse("ROM.8.28-29").orElseThrow();
        var ranked = new RankedVerse(verses.first(), 1, Reason.LEXICAL);
        runs.addFound(ranked, new Home(WEB, verses));
        assertThat(wires()).containsExactly("ROM.8.27-30");
    }

    private void asked(String wire) {
        var range = VerseRange.parse(wire).orElseThrow();
        runs.addAsked(new Run(WEB, range, 1, Reason.REFERENCE));
    }

    private void found(String wire, double score) {
        found(wire, WEB, score);
    }

    private void found(String wire, Edition edition, double score) {
        var verse = VerseRange.parse(wire).orElseThrow();
        runs.addFound(
                new RankedVerse(verse.first(), score, Reason.LEXICAL), new Home(edition, verse));
    }

    private List<String> wires() {
        return runs.inOrder().stream().map(run -> run.range().wire()).toList();
    }

    private static Edition edition(String code) {
        var translation = new Translation(code, code, "en", "public domain", 1);
        return new Edition(new EditionKey(code, "01"), translation, Map.of());
    }
}
