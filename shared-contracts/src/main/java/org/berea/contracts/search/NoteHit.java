package org.berea.contracts.search;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.berea.contracts.completion.Passage.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A note or highlight of the caller's own that was found.
 *
 * @param ref the verses it belongs to, null for a note on none
 * @param label the same for people
 * @param score how well it fits, 0 to 1
 */
public record NoteHit(
        String id,
        Kind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String ref,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String label,
        String text,
        double score,
        Reason reason) {
    /** What a user made. */
    public enum Kind {
        NOTE,
        HIGHLIGHT;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Kind of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }
}
