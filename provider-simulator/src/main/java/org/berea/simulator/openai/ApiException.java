package org.berea.simulator.openai;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refusal that the client sees as an error body in OpenAI's shape. */
public final class ApiException extends RuntimeException {
    private final int status;
    private final ErrorBody body;
    private final @Nullable Duration retryAfter;

    private ApiException(int status, ErrorBody body, @Nullable Duration retryAfter) {
        super(body.error().message(), null, false, false);
        this.status = status;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    /** 400, naming the parameter. */
    public static ApiException invalid(@Nullable String param, String message) {
        return of(400, "invalid_request_error", message, param, null);
    }

    /** 401, with the message for a missing or a wrong key. */
    public static ApiException unauthenticated(boolean keyWasGiven) {
        return keyWasGiven
                ? of(
                        401,
                        "invalid_request_error",
                        "Incorrect API key provided.",
                        null,
                        "invalid_api_key")
                : of(401, "invalid_request_error", "You didn't provide an API key.", null, null);
    }

    /** 404. */
    public static ApiException notFound(String message) {
        return of(404, "invalid_request_error", message, null, "not_found");
    }

    /** Any status of the 400s, with what there is to say about it. */
    public static ApiException refused(int status, String message) {
        return of(status, "invalid_request_error", message, null, null);
    }

    /** 429 that asks the client to come back later. */
    public static ApiException rateLimited(String model, Duration retryAfter) {
        String message =
                "Rate limit reached for %s. Please try again in %ds."
                        .formatted(model, retryAfter.toSeconds());
        var body = ErrorBody.of(message, "requests", null, "rate_limit_exceeded");
        return new ApiException(429, body, retryAfter);
    }

    /** The fault of that status, 5xx as the server's own. */
    public static ApiException status(int status) {
        return status >= 500
                ? of(
                        status,
                        "server_error",
                        "The server had an error. Sorry about that!",
                        null,
                        null)
                : refused(status, "The request was refused.");
    }

    private static ApiException of(
            int status,
            String type,
            String message,
            @Nullable String param,
            @Nullable String code) {
        return new ApiException(status, ErrorBody.of(message, type, param, code), null);
    }

    public int status() {
        return status;
    }

    public ErrorBody body() {
        return body;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
