package org.berea.inference.models;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An error status, with the wait that the server asked for, which langchain4j would lose. */
final class RefusedCall extends HttpException {
    private final @Nullable String retryAfterSeconds;

    RefusedCall(int status, String body, @Nullable String retryAfterSeconds) {
        super(status, body);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** The wait, when it was given in seconds; a date is not honoured. */
    @Nullable Duration retryAfter() {
        boolean isSeconds = retryAfterSeconds != null && retryAfterSeconds.matches("\\d{1,6}");
        return isSeconds ? Duration.ofSeconds(Long.parseLong(retryAfterSeconds)) : null;
    }
}
