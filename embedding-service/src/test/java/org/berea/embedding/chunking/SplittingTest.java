package org.berea.embedding.chunking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplittingTest {
    private static final String SENTENCES =
            "In the beginning was Word. And the Word was with God. And the Word was our God.";

    @Test
    void cutsWhereASentenceEnds() {
        assertThat(Splitting.split(SENTENCES, 3))
                .containsExactly(
                        "In the beginning was Word.",
                        "And the Word was with God.",
                        "And the Word was our God.");
    }

    @Test
    void cutsBetweenWordsWhereNoSentenceEndsNearby() {
        String words = "light shines in darkness and darkness has not overcome it";

        assertThat(Splitting.split(words, 2))
                .containsExactly("light shines in darkness and", "darkness has not overcome it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ἐνἀρχῇἦνὁλόγοςκαὶὁλόγοςἦνπρὸςτὸνθεόνκαὶθεὸςἦνὁλόγος",
                "太初有道道与神同在道就是神这道太初与神同在万物是藉着他造的",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
                "a b c d e f g h i j k l m n o p",
                "one\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\ntwo"
            })
    void losesNothingAndBreaksNoCharacter(String text) {
        for (int pieces : new int[] {2, 3, 7}) {
            var parts = Splitting.split(text, pieces);

            assertThat(parts).hasSizeBetween(2, pieces).allMatch(part -> !part.isBlank());
            assertThat(String.join("", parts).replaceAll("\\s", ""))
                    .isEqualTo(text.replaceAll("\\s", ""));
            assertThat(parts).allMatch(SplittingTest::isWhole);
        }
    }

    @Test
    void makesPiecesOfAboutEqualLength() {
        String text = (SENTENCES + " ").repeat(40).strip();

        assertThat(Splitting.split(text, 6))
                .hasSize(6)
                .allMatch(part -> Math.abs(part.length() - text.length() / 6.0) < 100);
    }

    @Test
    void leavesWholeWhatCannotBeSplit() {
        assertThat(Splitting.split("a", 3)).containsExactly("a");
    }

    private static boolean isWhole(String part) {
        return IntStream.of(part.codePointAt(0), part.codePointBefore(part.length()))
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= 0xDFFF);
    }
}
