package org.berea.contracts.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem detail, as a response body or inside {@code event: error}.
 *
 * @param field the input that caused it, when one did
 * @param resetAt when time alone mends it
 * @param requestId what to quote when reporting it: the trace id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        boolean retryable,
        @Nullable String field,
        @Nullable Instant resetAt,
        @Nullable String requestId) {
    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemType type, String detail) {
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                detail,
                type.retryable(),
                null,
                null,
                null);
    }

    /** The same where a retry would only repeat what was wanted. */
    public Problem withoutRetry() {
        return new Problem(type, title, status, detail, false, field, resetAt, requestId);
    }

    public Problem withField(String name) {
        return new Problem(type, title, status, detail, retryable, name, resetAt, requestId);
    }

    public Problem withResetAt(Instant instant) {
        return new Problem(type, title, status, detail, retryable, field, instant, requestId);
    }

    public Problem withRequestId(@Nullable String id) {
        return new Problem(type, title, status, detail, retryable, field, resetAt, id);
    }
}
