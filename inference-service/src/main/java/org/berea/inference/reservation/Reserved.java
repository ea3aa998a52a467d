package org.berea.inference.reservation;

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
        CEILING
    }
}
