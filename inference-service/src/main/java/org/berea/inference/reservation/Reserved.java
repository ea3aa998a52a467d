package org.berea.inference.reservation;

import java.util.Locale;

/** What became of asking for a model call. */
public sealed interface Reserved {
    /** The call may be made. */
    record Granted(CallGrant grant) implements Reserved {}

    /** It may not. */
    record Refused(By by) implements Reserved {}

    /** What refused a call. */
    enum By {
        TOKENS,
        MONEY,
        STORE,
        CEILING;

        /** For metrics: {@code money}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
