package org.berea.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.berea.contracts.Check;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Notice;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Usage;
import org.jspecify.annotations.Nullable;

/**
 * An admitted question came to its end, whichever it was. Acknowledged before {@code [DONE]}.
 *
 * @param day the day whose quota and budget it counts against
 * @param question the prompt as asked
 * @param answer the text that was released, possibly empty or partial
 * @param references the verses cited, {@code ROM.8.28}
 * @param model the last model that was called, or null when none was
 * @param costMicros the price of all model calls in millionths of a dollar
 * @param usage null when the answer did not come to a proper end
 * @param reason what went wrong, a problem type's code or a moderation category; else null
 */
@JsonTypeName("completion.finished.v1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompletionFinished(
        CompletionId completionId,
        Outcome outcome,
        Instant startedAt,
        Instant finishedAt,
        LocalDate day,
        String subject,
        Tier tier,
        String cohort,
        Task task,
        @Nullable String translation,
        String question,
        String answer,
        List<String> references,
        List<Degradation> degraded,
        List<Notice> notices,
        @Nullable String model,
        long promptTokens,
        long completionTokens,
        long costMicros,
        @Nullable Usage usage,
        @Nullable String reason)
        implements CompletionEvent {
    /** How it ended. */
    public enum Outcome {
        FINISHED,
        CANCELLED,
        FAILED,
        REJECTED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Outcome of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    public CompletionFinished {
        Check.present("completionId", completionId);
        Check.present("outcome", outcome);
        Check.present("subject", subject);
        Check.notNegative("promptTokens", promptTokens);
        Check.notNegative("completionTokens", completionTokens);
        Check.notNegative("costMicros", costMicros);
        references = List.copyOf(references);
        degraded = List.copyOf(degraded);
        notices = List.copyOf(notices);
    }
}
