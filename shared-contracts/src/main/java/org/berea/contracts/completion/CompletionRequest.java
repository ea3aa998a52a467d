package org.berea.contracts.completion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /ai/completions}.
 *
 * @param prompt 1 to 8,000 characters
 * @param task classified from the prompt when absent
 * @param history earlier messages, oldest first
 * @param translation a loaded translation's code; the installation's default when absent
 * @param responseSchema a JSON Schema (2020-12) that asks for a structured answer
 * @param includeNotes only false until notes exist
 * @param resumeGraceSeconds only 0 until answers can be resumed
 */
public record CompletionRequest(
        String prompt,
        @Nullable Task task,
        List<Turn> history,
        @Nullable String translation,
        @Nullable Map<String, Object> responseSchema,
        boolean includeNotes,
        int resumeGraceSeconds) {
    /** The longest prompt, in characters. */
    public static final int LONGEST_PROMPT = 8_000;

    private static final int MOST_TURNS = 100;
    private static final int LONGEST_CODE = 20;

    public CompletionRequest {
        Check.text("prompt", prompt, LONGEST_PROMPT);
        history = List.copyOf(Check.size("history", orEmpty(history), 0, MOST_TURNS));
        if (translation != null) {
            Check.text("translation", translation, LONGEST_CODE);
        }
        if (includeNotes) {
            throw InvalidValueException.of("includeNotes", true, "false; there are no notes yet");
        }
        if (resumeGraceSeconds != 0) {
            throw InvalidValueException.of(
                    "resumeGraceSeconds", resumeGraceSeconds, "0; answers cannot be resumed yet");
        }
    }

    /** A plain question with everything else left to the service. */
    public static CompletionRequest of(String prompt) {
        return new CompletionRequest(prompt, null, List.of(), null, null, false, 0);
    }

    public Optional<Task> requestedTask() {
        return Optional.ofNullable(task);
    }

    public Optional<String> requestedTranslation() {
        return Optional.ofNullable(translation);
    }

    public Optional<Map<String, Object>> schema() {
        return Optional.ofNullable(responseSchema);
    }

    private static List<Turn> orEmpty(@Nullable List<Turn> turns) {
        return turns == null ? List.of() : turns;
    }
}
