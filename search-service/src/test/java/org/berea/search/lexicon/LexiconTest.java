package org.berea.search.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.berea.search.analysis.Terms;
import org.berea.search.engine.StoredVerse;
import org.junit.jupiter.api.Test;

/** Six verses of a psalm with 4, 5, 3, 6, 5 and 8 words, and a text of two verses with 8. */
class LexiconTest {
    private static final Offset<Double> EXACTLY = within(1e-9);

    private final Lexicon lexicon =
            Lexicon.of(
                    Stream.concat(
                                    psalm23(
                                            "Lord is my shepherd",
                                            "green meadows beside quiet waters",
                                            "restores my soul",
                                            "darkest valley I fear no evil",
                                            "table before my many enemies",
                                            "goodness follows to the house of the Lord"),
                                    Stream.of(
                                            stored(
                                                    "JHN.10.11-12",
                                                    "good shepherd hired one flees wolf scatters sheep")))
                            .toList(),
                    Terms.all());

    @Test
    void countsAllWordsOfAVerse() {
        assertThat(evidence("PSA.23.1", "shepherd").words()).isEqualTo(4);
        assertThat(evidence("PSA.23.6", "shepherd").words()).isEqualTo(8);
    }

    @Test
    void scoresTheWholeChapterForEachOfItsVerses() {
        double twice = bm25(2, 1, 2, 31, 39 / 2.0);
        assertThat(evidence("PSA.23.1", "lord").chapter()).isCloseTo(twice, EXACTLY);
        assertThat(evidence("PSA.23.4", "lord").chapter()).isCloseTo(twice, EXACTLY);
        assertThat(evidence("JHN.10.11", "lord").chapter()).isZero();
    }

    @Test
    void addsUpTheTermsOfTheQuestion() {
        double both = evidence("PSA.23.1", "lord", "shepherd").chapter();
        assertThat(both)
                .isCloseTo(
                        evidence("PSA.23.1", "lord").chapter()
                                + evidence("PSA.23.1", "shepherd").chapter(),
                        EXACTLY);
    }

    @Test
    void weighsByRarityWhatAVerseAndItsSurroundingsCoverOfTheQuestion() {
        double lord = rarity(7, 2);
        double wolf = rarity(7, 1);
        for (String verse : List.of("PSA.23.1", "PSA.23.3", "PSA.23.4")) {
            assertThat(evidence(verse, "lord", "wolf").coverage())
                    .isCloseTo(lord / (lord + wolf), EXACTLY);
        }
        assertThat(evidence("PSA.23.4", "shepherd").coverage()).isZero();
        assertThat(evidence("PSA.23.1", "lord", "carburetor").coverage())
                .isCloseTo(lord / (lord + rarity(7, 0)), EXACTLY);
    }

    @Test
    void countsTermsThatStandCloseTogetherAsInTheQuestion() {
        assertThat(evidence("PSA.23.1", "lord", "shepherd").pairs()).isEqualTo(1);
        assertThat(evidence("PSA.23.1", "shepherd", "lord").pairs()).isZero();
        assertThat(evidence("PSA.23.6", "good", "lord").pairs()).isZero();
        assertThat(evidence("PSA.23.2", "green", "meadow", "water").pairs()).isEqualTo(2);
    }

    @Test
    void knowsATextOfSeveralVersesByTheFirstOfThem() {
        assertThat(evidence("JHN.10.11", "wolf").words()).isEqualTo(8);
        assertThat(lexicon.wording(List.of("wolf")).of(verse("JHN.10.12"))).isEmpty();
        assertThat(lexicon.wording(List.of("wolf")).of(verse("ROM.8.28"))).isEmpty();
    }

    @Test
    void asksForTheLordWhereTheTextDoesNotHaveTheName() {
        assertThat(lexicon.adapted(List.of("yahweh", "lord", "house")))
                .containsExactly("lord", "house");
        var named = Lexicon.of(List.of(stored("PSA.23.1", "Yahweh is my shepherd")), Terms.all());
        assertThat(named.adapted(List.of("yahweh", "jehovah"))).containsExactly("yahweh", "lord");
    }

    @Test
    void hasNothingForAQuestionWithoutTerms() {
        assertThat(evidence("PSA.23.1")).isEqualTo(new TermEvidence(0, 0, 0, 4));
    }

    private TermEvidence evidence(String verse, String... terms) {
        return lexicon.wording(List.of(terms)).of(verse(verse)).orElseThrow();
    }

    private static double bm25(int documents, int having, int count, int length, double average) {
        return rarity(documents, having) * count / (count + 1.2 * (0.25 + 0.75 * length / average));
    }

    private static double rarity(int documents, int having) {
        return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
    }

    private static Stream<StoredVerse> psalm23(String... verses) {
        return IntStream.range(0, verses.length)
                .mapToObj(i -> stored("PSA.23." + (i + 1), verses[i]));
    }

    private static StoredVerse stored(String wire, String text) {
        return new StoredVerse(VerseRange.parse(wire).orElseThrow(), text);
    }

    private static VerseRef verse(String wire) {
        return VerseRef.parse(wire).orElseThrow();
    }
}
