package org.berea.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class MeasurementsTest {
    @Test
    void listsWhatThereIsWhenNothingIsNamed() {
        var typed = Typed.measure();

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .contains(
                        "(expected: cardinality, dashboards, faults, latency, ranking, references, retrieval, search or trace)");
    }

    @Test
    void listsWhatThereIsForAnUnknownName() {
        var typed = Typed.measure("happiness", "--input", "x");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .contains(
                        "measure: 'happiness' (expected: cardinality, dashboards, faults, latency, ranking, references, retrieval, search or trace)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "latency | --speed=9 | '--speed=9' is not understood (expected: --callers, --data,"
                        + " --port, --prompt, --questions, --tier)",
                "latency | --questions=0 | --questions: '0' (expected: 1 to 99999)",
                "latency | --callers=many | --callers: 'many' (expected: a number)",
                "latency | --tier=gold | --tier: 'gold' (expected: free, plus or pro)",
                "latency | --prompt=   | --prompt: '' (expected: at least one visible character)",
                "latency | again | 'again' is not understood",
                "references | --file=x | '--file=x' is not understood (expected: --input,"
                        + " --output)",
                "references | --output=x | --input FILE is missing",
            })
    void refusesAnOptionThatItDoesNotUnderstand(String name, String option, String message) {
        var typed = Typed.measure(name, option);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).startsWith(message).doesNotContain("Exception");
        assertThat(typed.out()).isEmpty();
    }
}
