package org.berea.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.berea.contracts.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
    private static final String GOOD =
            """
            version: 3
            barriers: [not]
            words: {steal: [steal, rob]}
            categories:
              - name: theft
                reason: it wants cattle
                thresholds: {question: 0.6, document: 0.6, answer: 0.9}
                rules:
                  - {name: rustling, weight: 0.7, phrases: ["{steal} ox"]}
            """;

    @Test
    void readsAPolicy() throws IOException {
        Policy policy = read(GOOD);

        assertThat(policy.version()).isEqualTo(3);
        assertThat(policy.categories().getFirst().rules().getFirst().weight()).isEqualTo(0.7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    weight: 0.7      | weight: 1.7      | weight
                    weight: 0.7, p   | p                | weight
                    question: 0.6    | question: 0      | question
                    name: theft      | nom: theft       | name
                    version: 3       | version: 0       | version
                    version: 3       | barriers: []     | duplicate
                    phrases: ["      | hue: 1, phrases: [" | hue
                    {steal: [        | {steal: {        | policy
                    """)
    void refusesMistakes(String right, String wrong, String named) {
        assertThat(GOOD).contains(right);

        assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(named);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> read("")).isInstanceOf(InvalidValueException.class);
    }

    private static Policy read(String yaml) throws IOException {
        return PolicyFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
