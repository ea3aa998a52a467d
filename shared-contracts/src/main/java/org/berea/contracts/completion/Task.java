package org.berea.contracts.completion;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.berea.contracts.InvalidValueException;

/** What kind of answer is wanted; decides prompt, model and how hard to be on failures. */
public enum Task {
    VERSE_LOOKUP,
    DEFINITION,
    STUDY_GUIDE,
    DEEP_DIVE,
    SUMMARIZATION;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Task of(String label) {
        return Arrays.stream(values())
                .filter(task -> task.label().equals(label))
                .findFirst()
                .orElseThrow(() -> InvalidValueException.of("task", label, "one of " + labels()));
    }

    private static String labels() {
        return Arrays.stream(values()).map(Task::label).collect(Collectors.joining(", "));
    }
}
