package org.berea.metering;

import org.berea.contracts.Check;

/**
 * What a slot holds.
 *
 * @param used settled
 * @param reserved granted and not yet settled
 */
public record DayUsage(long used, long reserved) {
    public DayUsage {
        Check.notNegative("used", used);
        Check.notNegative("reserved", reserved);
    }

    /** What no other grant may take: used and reserved together. */
    public long committed() {
        return used + reserved;
    }
}
