package org.berea.embedding.text;

import java.util.Locale;

/** What a vector is wanted for; the earlier constant goes first when the encoder is busy. */
public enum Purpose {
    /** A question that somebody waits for. */
    QUERY,
    /** A text of an API caller. */
    PASSAGE,
    /** A user's note or highlight, which is to be found soon. */
    NOTE,
    /** A verse of an import, which nobody waits for. */
    IMPORT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nobody waits for it at the other end of a connection. */
    public boolean isBulk() {
        return switch (this) {
            case QUERY, PASSAGE -> false;
            case NOTE, IMPORT -> true;
        };
    }
}
