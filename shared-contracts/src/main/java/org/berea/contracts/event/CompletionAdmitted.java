package org.berea.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.LocalDate;
import org.berea.contracts.Check;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.Task;
import org.jspecify.annotations.Nullable;

/**
 * A question was admitted and is going to be answered. Durable before the first model call, so that
 * what a dying process spends is not forgotten.
 *
 * @param day the day whose quota and budget it counts against
 * @param instance which inference process answers it; names its heartbeat, see {@link
 *     org.berea.contracts.Heartbeat}
 * @param ceilingTokens never reserved nor spent more than this for the question, all calls together
 * @param ceilingMicros the same in millionths of a dollar
 */
@JsonTypeName("completion.admitted.v1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompletionAdmitted(
        CompletionId completionId,
        Instant admittedAt,
        LocalDate day,
        String subject,
        Tier tier,
        String cohort,
        Task task,
        @Nullable String translation,
        String instance,
        long ceilingTokens,
        long ceilingMicros)
        implements CompletionEvent {
    private static final int LONGEST_INSTANCE = 64;

    public CompletionAdmitted {
        Check.present("completionId", completionId);
        Check.present("admittedAt", admittedAt);
        Check.present("day", day);
        Check.present("subject", subject);
        Check.present("task", task);
        Check.text("instance", instance, LONGEST_INSTANCE);
        Check.notNegative("ceilingTokens", ceilingTokens);
        Check.notNegative("ceilingMicros", ceilingMicros);
    }
}
