package org.berea.contracts.completion;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Something the reader should know about the answer, in a stable code and in plain words. */
public record Notice(Code code, String detail) {
    /** What happened. */
    public enum Code {
        SMALLER_MODEL,
        EXTRACTIVE,
        NO_CONTEXT,
        REPAIRED,
        SHORTENED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        public static Code of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
