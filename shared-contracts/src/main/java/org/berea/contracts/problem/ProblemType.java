package org.berea.contracts.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The one fixed list of what can go wrong, each with its HTTP status and whether a retry may help.
 */
public enum ProblemType {
    INVALID_REQUEST(400, false, "The request is not valid"),
    UNAUTHENTICATED(401, false, "A valid token is needed"),
    FORBIDDEN(403, false, "The token does not allow this"),
    NOT_FOUND(404, false, "There is no such thing"),
    STALE(412, false, "It was changed in the meantime"),
    TOO_LARGE(413, false, "The body is too large"),
    MODERATION_REJECTED(422, false, "The question cannot be answered here"),
    IDEMPOTENCY_MISMATCH(422, false, "The Idempotency-Key was used for another body"),
    RATE_LIMITED(429, true, "Too many requests"),
    TOO_MANY_STREAMS(429, true, "Too many answers at once"),
    QUOTA_EXHAUSTED(429, true, "The daily token quota is used up"),
    BUDGET_EXHAUSTED(429, true, "The daily budget is used up"),
    UNVERIFIABLE(502, true, "No answer could be verified against the text"),
    SCHEMA_UNMET(502, true, "No answer fitted the schema"),
    NO_MODEL(503, true, "No model is available"),
    OVERLOADED(503, true, "Too much work at the moment"),
    UNAVAILABLE(503, true, "A needed service is unavailable"),
    TIMEOUT(504, true, "It took too long"),
    INTERRUPTED(503, true, "The answer broke off"),
    UNRECORDED(503, true, "The answer could not be recorded");

    private static final String PREFIX = "urn:berea:problem:";

    private final int status;
    private final boolean retryable;
    private final String title;

    ProblemType(int status, boolean retryable, String title) {
        this.status = status;
        this.retryable = retryable;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public boolean retryable() {
        return retryable;
    }

    public String title() {
        return title;
    }

    /** For example {@code invalid-request}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public URI uri() {
        return URI.create(PREFIX + code());
    }

    public static Optional<ProblemType> of(URI uri) {
        return Arrays.stream(values()).filter(type -> type.uri().equals(uri)).findFirst();
    }
}
