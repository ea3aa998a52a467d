package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chapters and verses whose book stands elsewhere. */
class ReferencesByContextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    In Romans 8, see vv. 28-30 and verse 5, also v. 3. | ROM.8.1-39; ~ROM.8.28-30 ROM.8.5; ~ROM.8.3
                    In Romans, Paul says in 8:28 that          | ~ROM.8.28
                    The Romans road: 3:23; 6:23; 5:8           | ~ROM.3.23 ROM.6.23 ROM.5.8
                    Rom 8:28, cf. 5:3–5                        | ROM.8.28; ~ROM.5.3-5
                    Romans is rich. Chapter 8 above all.       | ~ROM.8.1-39
                    Jude warns. In verse 4 he                  | ~JUD.1.4
                    John wrote a gospel. In 3:16 he            | ~JHN.3.16
                    Romans 8. Genesis is older. See verse 28   | ROM.8.1-39; ?
                    In Romans he says in 17:3 that             | !Romans has 16 chapters
                    Romans, eighth chapter, verse 28           | ~ROM.8.1-39; ~ROM.8.28
                    verse 5                                    | ?
                    8:28                                       | ?
                    """)
    void belongToWhatWasNamedBefore(String text, String expected) {
        assertThat(Told.in(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    verse 28 of the eighth chapter of Romans   | ROM.8.28
                    verse 28 of chapter 8 of Romans            | ROM.8.28
                    the 28th verse of Romans 8                 | ROM.8.28
                    verses 28-30 of Romans 8                   | ROM.8.28-30
                    chapter 8 of Romans                        | ROM.8.1-39
                    chapter 8, verse 28 of the book of Romans  | ROM.8.28
                    8:28 of Romans                             | ROM.8.28
                    8:28 (Romans)                              | ROM.8.28
                    verse 6 of Philemon                        | PHM.1.6
                    """)
    void belongToWhatIsNamedAfterThem(String text, String expected) {
        assertThat(Told.in(text)).isEqualTo(expected);
    }

    @Test
    void belongToWhatWasSpokenOfBeforeTheText() {
        VerseRange question = VerseRange.parse("ROM.8.28").orElseThrow();

        assertThat(References.in("Verse 29 goes on, and 9:1 too.", List.of(question)))
                .extracting(found -> ((Found.Resolved) found).ranges().getFirst().wire())
                .containsExactly("ROM.8.29", "ROM.9.1");
    }
}
