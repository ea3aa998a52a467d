package org.berea.contracts.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.berea.contracts.InvalidValueException;

/** Where a text comes from and goes to. */
public enum Direction {
    QUESTION,
    DOCUMENT,
    ANSWER;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Direction of(String label) {
        return switch (label) {
            case "question" -> QUESTION;
            case "document" -> DOCUMENT;
            case "answer" -> ANSWER;
            default ->
                    throw InvalidValueException.of(
                            "direction", label, "question, document or answer");
        };
    }
}
