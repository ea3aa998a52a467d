package org.berea.simulator.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a call ended. */
public enum Outcome {
    /** Not yet. */
    RUNNING,
    /** All was produced, be it false or broken text. */
    FINISHED,
    /** The client went away first. */
    CANCELLED,
    /** The simulator broke it off, or gave an error in place of an answer. */
    FAULTED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
