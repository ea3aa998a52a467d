package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
    @Test
    void haveTheOffsetsOfTheTextAsItWasGiven() {
        String text = "“See **Ｒｏｍａｎｓ**\u200B ８:２８” (Romans 8 (v. 29)).";

        List<Found> found = References.in(text);

        assertThat(found)
                .extracting(Found::text)
                .containsExactly("Ｒｏｍａｎｓ**\u200B ８:２８", "Romans 8 (v. 29)");
        assertThat(found)
                .allSatisfy(
                        each ->
                                assertThat(text.substring(each.start(), each.end()))
                                        .isEqualTo(each.text()));
    }

    @Test
    void comeInTheOrderOfTheText() {
        assertThat(References.in("[a](https://example.org/ROM.8.28) and John 3:16, see Rom 8:1"))
                .extracting(Found::start)
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Rom 8:28             | ROM.8.28
                    ' ROM.8.27-29 '      | ROM.8.27-29
                    ROM.8.39-9.2         | ROM.8.39-9.2
                    psalm 23             | PSA.23.1-6
                    job 3                | JOB.3.1-26
                    mark 10              | MRK.10.1-52
                    is 53:5              | ISA.53.5
                    Jude 3               | JUD.1.3
                    John.1.1-John.1.3    | JHN.1.1-3
                    """)
    void parseOneWrittenForm(String written, String wire) {
        assertThat(References.parse(written).map(VerseRange::wire)).contains(wire);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Romans",
                "Romans 17:1",
                "Rom 8:28 is",
                "see Rom 8:28",
                "Rom 8:28, 30",
                "8:28",
                "Corinthians 13:4",
                "Hezekiah 3:16"
            })
    void parseNothingElse(String written) {
        assertThat(References.parse(written)).isEmpty();
    }

    /** A regular expression would walk back and forth over such texts for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:1, ",
                "Romans ",
                "first letter to the ",
                "[x](",
                "<b ",
                "1:",
                "Romans 8:28-",
                "verse 1 of the "
            })
    void endForAnyText(String piece) {
        assertThat(References.in(piece.repeat(32_000 / piece.length()))).isNotNull();
    }
}
