package org.berea.metering;

import java.time.LocalDate;
import org.berea.contracts.Check;

/**
 * One slot: what is counted, for whom, on which day.
 *
 * @param account a user's subject, or {@code all} for the one money slot
 * @param day in the zone that the installation's days follow
 */
public record LimitKey(Unit unit, String account, LocalDate day) {
    private static final int LONGEST = 200;

    public LimitKey {
        Check.present("unit", unit);
        Check.text("account", account, LONGEST);
        Check.present("day", day);
    }
}
