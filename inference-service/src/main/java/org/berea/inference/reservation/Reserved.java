package org.berea.inference.reservation;

import java.time.LocalDate;

/** What became of asking for a model call. */
public sealed interface Reserved {
    /** The call may be made. */
    record Granted(CallGrant grant) implements Reserved {}

    /** It may not. */
    record Refused(By by) implements Reserved {}

    /** Leave to write without any reservation, for the model that uses nothing. */
    static Reserved nothing(LocalDate day, int maxOutput) {
        return new Granted(new CallGrant(day, maxOutput, null, null));
    }

    /** What refused a call. */
    enum By {
        TOKENS,
        MONEY,
        STORE
    }
}
