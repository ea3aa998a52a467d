package org.berea.search.notes;

import java.util.Locale;

/** What became of a change. */
public enum Outcome {
    INDEXED,
    /** It was in the store already. */
    REPEATED,
    /** A newer version, or the deletion of this one, came before it. */
    SUPERSEDED,
    /** Its owner was erased after it. */
    ERASED,
    /** Vectors of a version whose text is still to come. */
    EARLY;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
