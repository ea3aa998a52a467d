package org.berea.simulator.composing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    In the beginning, God created the heavens and the earth. | In the beginning, God created the heavens and the earth
                    Jesus wept. | Jesus wept
                    He said, “Let there be light,” and there was light. | and there was light
                    The LORD's word is true; his work, too, is faithful. | The LORD's word is true
                    """)
    void takesAClauseThatCanStandInQuotationMarks(String verse, String quotation) {
        assertThat(Quotation.from(verse)).isEqualTo(quotation);
        assertThat(verse).contains(quotation);
    }

    @Test
    void altersExactlyOneWord() {
        String quotation = "all things work together for good";
        String[] altered = Quotation.altered(quotation).split(" ");
        String[] words = quotation.split(" ");

        assertThat(altered).hasSameSizeAs(words);
        int different = 0;
        for (int i = 0; i < words.length; i++) {
            different += words[i].equals(altered[i]) ? 0 : 1;
        }
        assertThat(different).isEqualTo(1);
    }

    @Test
    void splitsIntoTokensThatGiveTheTextAgain() {
        String text = "Grace, “peace”—and 1 Corinthians 13:4–7 …  \n end. ";

        assertThat(String.join("", Tokens.of(text))).isEqualTo(text);
        assertThat(Tokens.count("antidisestablishmentarianism, yes")).isEqualTo(5);
    }
}
