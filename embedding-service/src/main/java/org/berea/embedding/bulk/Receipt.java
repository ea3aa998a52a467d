package org.berea.embedding.bulk;

import java.util.Locale;

/** What one instance of search did with a parcel, as its metric tells it. */
sealed interface Receipt {
    record Taken() implements Receipt {}

    /** Sending it again would end the same. */
    record Refused(String why) implements Receipt {}

    /** It may take it another time. */
    record Missed(Throwable why) implements Receipt {}

    default String label() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
