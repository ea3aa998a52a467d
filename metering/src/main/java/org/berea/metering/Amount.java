package org.berea.metering;

import org.berea.contracts.InvalidValueException;

/** What can be counted exactly everywhere: a script in Redis is exact up to 2^53. */
final class Amount {
    static final long LARGEST = 1_000_000_000_000_000L;

    private Amount() {}

    static long check(String field, long value) {
        if (value < 0 || value > LARGEST) {
            throw InvalidValueException.of(field, value, "0 to " + LARGEST);
        }
        return value;
    }
}
