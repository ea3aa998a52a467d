package org.berea.contracts.records;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.Task;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A question that somebody should look at. It holds no text: neither question nor answer is kept
 * where it comes from.
 *
 * @param reason a problem type's code or a moderation category; null when the answer came to a good
 *     end
 * @param notices what the reader was told, such as {@code repaired}
 * @param references the verses cited
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewItem(
        CompletionId id,
        Kind kind,
        Instant askedAt,
        String subject,
        Tier tier,
        Task task,
        @Nullable String translation,
        Outcome outcome,
        @Nullable String reason,
        List<String> notices,
        List<String> references,
        @Nullable String model) {
    /** Why it is worth a look. */
    public enum Kind {
        /** The question was turned away. */
        REJECTED,
        /** Parts of the answer, or all of it, did not pass the checks. */
        FLAGGED;

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
