package org.berea.inference.safeguards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentencesTest {
    @Test
    void cutsWhereANewSentenceBegins() {
        assertThat(cut("God is love. He loves us! Does he? Yes"))
                .containsExactly("God is love. ", "He loves us! ", "Does he? ", "Yes");
    }

    @Test
    void letsASentenceGoAsSoonAsTheNextBeginsAndNotBefore() {
        var sentences = new Sentences();
        assertThat(sentences.add("God is love")).isEmpty();
        assertThat(sentences.add(".")).isEmpty();
        assertThat(sentences.add(" ")).isEmpty();
        assertThat(sentences.add("H")).containsExactly("God is love. ");
        assertThat(sentences.rest()).isEqualTo("H");
    }

    @Test
    void losesNothingHoweverTheTextIsCutIntoPieces() {
        String text =
                "First (1 Cor. 13:4). \"A quote. And more.\" (Romans 8:28) Then\n\n- an item.\n- two.\n> A block. In it.\nEnd 3.16 e.g. this… And 'so. On.' Done.";
        List<String> whole = cut(text);
        for (int size = 1; size < 8; size++) {
            List<String> pieces = new ArrayList<>();
            for (int at = 0; at < text.length(); at += size) {
                pieces.add(text.substring(at, Math.min(text.length(), at + size)));
            }
            assertThat(cut(pieces.toArray(String[]::new))).isEqualTo(whole);
        }
        assertThat(String.join("", whole)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Love is patient (1 Cor. 13:4), they say. ",
                "As in Rom. 8:28 it stands. ",
                "It is written, \"Love is patient. Love is kind\" (1 Corinthians 13:4). ",
                "\"Love is patient.\" (1 Corinthians 13:4). ",
                "\"Love is patient.\" [1 Corinthians 13:4] ends here. ",
                "“Love is patient.” — 1 Corinthians 13:4 says so. ",
                "“Love is patient.” - 1 Corinthians 13:4 says so. ",
                "“Love is patient. Love is kind” it says. ",
                "'Love is patient. Love is kind' it says. ",
                "‘Love is patient. Love is kind’ it says. ",
                "«Love is patient. Love is kind» it says. ",
                "„Love is patient. Love is kind“ it says. ",
                "「Love is patient. Love is kind」 it says. ",
                "> Love is patient. Love is kind.\n> It does not envy.\n",
                "So it stands:\n > Love is patient. Love is kind.\n",
                "The 1.5 ounces weigh 3.16 grams. ",
                "It goes on ... and on. ",
                "*Love is patient.* (1 Corinthians 13:4) is emphasised. ",
            })
    void keepsTogetherWhatBelongsTogether(String sentence) {
        assertThat(cut(sentence + "The next one. X").getFirst().stripTrailing())
                .isEqualTo(sentence.stripTrailing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The disciples' feet were washed. ",
                "It isn't so. ",
                "'Tis so. ",
                "He said \"yes.\" ",
                "He said 'yes.' ",
                "She is 6\" tall. ",
                "> Love is patient.\n",
                "- A first item.\n",
                "(All this in brackets.) ",
                "*So it is.* ",
            })
    void doesNotHoldBackForMarksThatQuoteNothing(String sentence) {
        assertThat(cut(sentence + "The next one. X")).startsWith(sentence, "The next one. ");
    }

    @Test
    void endsAParagraphEvenInsideAQuotationThatNobodyCloses() {
        assertThat(cut("He said, \"Love is patient. And\n\nThe next one. X"))
                .containsExactly("He said, \"Love is patient. And\n\n", "The next one. ", "X");
        assertThat(cut("An item\r\n \r\nThe next")).containsExactly("An item\r\n \r\n", "The next");
    }

    @Test
    void treatsATextWithoutEndsAsOneSentenceThatIsTooLong() {
        String endless = "and so on ".repeat(600);
        assertThat(cut(endless)).containsExactly(endless);
        assertThat(endless.length()).isGreaterThan(Sentences.LONGEST);
    }

    @Test
    void cutsALongTextThatArrivesAtOnce() {
        assertThat(cut("Love is patient. ".repeat(500))).hasSize(500);
    }

    @Test
    void doesNotCutATooLongQuotationSoThatItsRestWouldPassForProse() {
        String quotation = "He said, \"" + "Love is patient. ".repeat(300) + "Love is cruel.\" ";
        assertThat(cut(quotation + "\n\nThe next. X"))
                .containsExactly(quotation + "\n\n", "The next. ", "X");
    }

    @Test
    void forgetsWhatItHoldsWhenCleared() {
        var sentences = new Sentences();
        assertThat(sentences.add("He said, \"Love. ")).isEmpty();
        sentences.clear();
        assertThat(sentences.add("Fresh. Start")).containsExactly("Fresh. ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "\"",
                "“",
                "'a ",
                ". A",
                "\". A",
                "\"a. ",
                "> a. A\n",
                "\n",
                " ",
                ".",
                "a"
            })
    void takesTimeInProportionToTheTextWhateverTheModelWrites(String pattern) {
        int length = 20_000;
        String text = pattern.repeat(length / pattern.length());
        cut(text.substring(0, 2_000).split(""));
        long start = System.nanoTime();
        cut(text.split(""));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private static List<String> cut(String... pieces) {
        var sentences = new Sentences();
        var whole = new ArrayList<String>();
        for (String piece : pieces) {
            whole.addAll(sentences.add(piece));
        }
        String rest = sentences.rest();
        if (!rest.isEmpty()) {
            whole.add(rest);
        }
        return whole;
    }
}
