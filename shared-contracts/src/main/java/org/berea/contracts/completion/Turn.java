package org.berea.contracts.completion;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;

/** One earlier message of the conversation. */
public record Turn(Role role, String content) {
    private static final int LONGEST = 32_000;

    /** Who spoke. */
    public enum Role {
        USER,
        ASSISTANT;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Role of(String label) {
            return switch (label) {
                case "user" -> USER;
                case "assistant" -> ASSISTANT;
                default -> throw InvalidValueException.of("role", label, "user or assistant");
            };
        }
    }

    public Turn {
        Check.present("role", role);
        Check.text("content", content, LONGEST);
    }
}
