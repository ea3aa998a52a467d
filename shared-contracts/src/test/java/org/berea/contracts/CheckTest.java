package org.berea.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.berea.contracts.completion.CompletionRequest;
import org.berea.contracts.completion.Task;
import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void anEmptyPromptIsNamedWithWhatWasExpected() {
        assertThatThrownBy(() -> CompletionRequest.of("  \n"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("prompt"))
                .hasMessage("prompt: '' (expected: at least one visible character)");
    }

    @Test
    void aPromptMayHaveEightThousandCharactersAndNotOneMore() {
        assertThat(CompletionRequest.of("x".repeat(8_000)).prompt()).hasSize(8_000);
        assertThatThrownBy(() -> CompletionRequest.of("x".repeat(8_001)))
                .hasMessage("prompt: 8001 characters (expected: at most 8000)");
    }

    @Test
    void controlCharactersAreRefusedButLineBreaksAreText() {
        assertThat(CompletionRequest.of("two\r\nlines\tand a tab").prompt()).contains("\n");
        assertThatThrownBy(() -> CompletionRequest.of("bell\u0007"))
                .hasMessageStartingWith("prompt: a control character");
    }

    @Test
    void anUnknownTaskListsTheKnownOnes() {
        assertThatThrownBy(() -> Task.of("poem"))
                .hasMessage(
                        "task: 'poem' (expected: one of verse-lookup, definition, study-guide,"
                                + " deep-dive, summarization)");
    }

    @Test
    void anOverlongValueIsShownInPart() {
        assertThatThrownBy(() -> Task.of("x".repeat(10_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
    }

    @Test
    void completionIdsSortByTimeAndNeverRepeat() throws InterruptedException {
        CompletionId first = CompletionId.next();
        Thread.sleep(2);
        CompletionId second = CompletionId.next();

        assertThat(first.value()).isLessThan(second.value());
        assertThatThrownBy(() -> new CompletionId("cmp_xyz")).hasMessageContaining("completionId");
    }
}
