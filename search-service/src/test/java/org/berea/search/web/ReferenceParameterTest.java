package org.berea.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.berea.contracts.InvalidValueException;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceParameterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ROM.8.28              | ROM.8.28
                    ROM.8.28-29           | ROM.8.28-29
                    Romans 8:28–30        | ROM.8.28-30
                    Rom 8,28              | ROM.8.28
                    I John 4:8            | 1JN.4.8
                    Ps 119                | PSA.119.1-176
                    Jude 3                | JUD.1.3
                    Jude                  | JUD.1.1-25
                    Gen 1:1-2:3           | GEN.1.1-2.3
                    Matthew 5-7           | MAT.5.1-7.29
                    Song of Songs 2:1     | SNG.2.1
                    """)
    void takesAReferenceInAnyForm(String written, String verses) {
        assertThat(ReferenceParameter.read(written).wire()).isEqualTo(verses);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Romans 17:1       | Romans has 16 chapters
                    Romans 8:99       | Romans 8 has 39 verses
                    """)
    void saysWhyThereAreNoSuchVerses(String written, String reason) {
        assertThatThrownBy(() -> ReferenceParameter.read(written))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> {
                            Problem problem = refusal.problem();
                            assertThat(problem.status()).isEqualTo(404);
                            assertThat(problem.detail()).isEqualTo(reason);
                            assertThat(problem.field()).isEqualTo("ref");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"love", "verse 5", "8:28", "Rom 3:23 and John 3:16", " ", "\u0000"})
    void refusesWhatIsNotOneReference(String written) {
        assertThatThrownBy(() -> ReferenceParameter.read(written))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("ref: '%s' (expected: one reference, such as Romans 8:28)", written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Genesis 1-50  | 1533
                    Romans        | 436
                    """)
    void refusesMoreVersesThanAPassageHas(String written, int size) {
        assertThatThrownBy(() -> ReferenceParameter.read(written))
                .hasMessage(
                        "ref: '%s' (expected: at most 200 verses; these are %d)", written, size);
    }
}
