package org.berea.search.consuming;

import java.util.Locale;

/** Why an event is left out. */
public enum Unread {
    /** Its type is not known here. */
    UNKNOWN,
    /** It is not a readable event. */
    UNDECODABLE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
