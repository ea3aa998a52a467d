package org.berea.simulator.composing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptVersesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Romans 8:28] And we know",
                "  3. [Romans 8:28] And we know",
                "- [Romans 8:28 BST] And we know",
                "[ROM.8.28] And we know",
                "ROM.8.28 And we know",
                "ROM.8.28: And we know",
            })
    void readsEveryForm(String line) {
        assertThat(PromptVerses.in("Passages\n" + line + "\nQuestion"))
                .containsExactly(new ContextVerse("Romans", 8, 28, "And we know"));
    }

    @Test
    void readsAQuotedVerseAndBooksOfMoreWords() {
        assertThat(
                        PromptVerses.in(
                                "1 Corinthians 13:4 \"Love is patient.\"\n[Song of Songs 8:7] Many"))
                .extracting(ContextVerse::label)
                .containsExactly("1 Corinthians 13:4", "Song of Songs 8:7");
        assertThat(PromptVerses.in("[1CO.13.4] Love is patient."))
                .extracting(ContextVerse::book)
                .containsExactly("1 Corinthians");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Romans 8:28 what does it mean?",
                "What does Romans 8:28 mean?",
                "[Romans 8:28]",
                "[XYZ.8.28] no such book",
            })
    void takesNoQuestionForAVerse(String line) {
        assertThat(PromptVerses.in(line)).isEmpty();
    }
}
