package org.berea.metering;

import java.util.Locale;

/** What a daily limit counts, always in whole numbers. */
public enum Unit {
    TOKENS,
    MICRODOLLARS;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
