package org.berea.localstack.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void readsOptionsInBothForms() {
        var arguments = parse("--user", "bob", "Why?", "--port=8081", "--json");

        assertThat(arguments.value("--user")).contains("bob");
        assertThat(arguments.port()).contains(8081);
        assertThat(arguments.has("--json")).isTrue();
        assertThat(arguments.only("question")).isEqualTo("Why?");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused("--colour", "--colour");
        assertRefused("--json", "--json=yes");
        assertRefused("--user needs a value", "--user");
        assertRefused("--user is given twice", "--user", "a", "--user", "b");
    }

    @Test
    void asksForQuotesWhenAQuestionFallsApart() {
        var arguments = parse("What", "is", "love?");

        assertThatThrownBy(() -> arguments.only("question"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("question: 3 given")
                .hasMessageContaining("quotes");
    }

    private static void assertRefused(String message, String... words) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words), Set.of("--user", "--port"), Set.of("--json"));
    }
}
