package org.berea.inference.usage;

import java.util.Locale;

/** Why an answer did not come to its end though nothing broke. */
enum Cancellation {
    /** The client closed its connection. */
    CLIENT,
    /** Its owner said stop. */
    STOP;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
