package org.berea.inference.models;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A model call that did not come to its proper end. */
public final class ModelFailure extends RuntimeException {
    private final Kind kind;
    private final transient @Nullable Duration retryAfter;

    /** What went wrong. */
    public enum Kind {
        REFUSED,
        RATE_LIMITED,
        SERVER_ERROR,
        STALLED,
        CUT,
        TOO_LONG,
        MALFORMED,
        CIRCUIT_OPEN;

        /** For metrics: {@code rate-limited}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    ModelFailure(
            Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(kind.label() + ": " + message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    static ModelFailure of(Kind kind, String message) {
        return new ModelFailure(kind, message, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** How long the server asked us to wait, when it did. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
