package org.berea.embedding.bulk;

import java.util.Locale;

/** What became of a record, as its metric tells it. */
enum Outcome {
    DONE,
    SKIPPED,
    UNDECODABLE,
    REFUSED,
    RETRIED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
