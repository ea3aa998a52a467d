package org.berea.contracts.completion;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.berea.contracts.Check;

/** What an answer used: tokens, how the cache served it, and why it ended. */
public record Usage(
        long promptTokens, long completionTokens, CacheOutcome cache, FinishReason finishReason) {
    /** How the caches served the answer. */
    public enum CacheOutcome {
        MISS,
        EXACT,
        NEAR,
        JOINED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static CacheOutcome of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /** Why the answer ended. */
    public enum FinishReason {
        STOP,
        LENGTH;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static FinishReason of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    public Usage {
        Check.notNegative("promptTokens", promptTokens);
        Check.notNegative("completionTokens", completionTokens);
    }
}
