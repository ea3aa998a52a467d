package org.berea.search.indexing;

import java.util.Locale;

/** What became of an event. */
enum Outcome {
    INDEXED,
    /** It was in the index already. */
    REPEATED,
    /** A newer import serves. */
    SUPERSEDED,
    /** It contradicts other events of its import. */
    REFUSED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
