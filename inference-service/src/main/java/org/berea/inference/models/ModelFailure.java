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
        ENDLESS,
        UNFIT,
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

    /** The model wrote on beyond the output limit that it was given. */
    public static ModelFailure endless(int limit) {
        return of(Kind.ENDLESS, "no end after the " + limit + " tokens it was given");
    }

    /** The stream stopped without saying how the text ended. */
    public static ModelFailure withoutEnd() {
        return of(Kind.CUT, "the stream ended without an end");
    }

    /** The model wrote well-formed text that is of no use. */
    public static ModelFailure unfit(String why) {
        return of(Kind.UNFIT, why);
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the call was refused before the model did anything for it. */
    public boolean isTurnedAway() {
        return switch (kind) {
            case REFUSED, RATE_LIMITED, SERVER_ERROR, CIRCUIT_OPEN -> true;
            case STALLED, CUT, TOO_LONG, ENDLESS, UNFIT, MALFORMED -> false;
        };
    }

    /** How long the server asked us to wait, when it did. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
