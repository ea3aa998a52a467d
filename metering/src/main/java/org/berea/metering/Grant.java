package org.berea.metering;

import org.berea.contracts.Check;

/**
 * An amount that is set aside until it is settled.
 *
 * @param id unique; settling twice by the same id counts once
 * @param amount tokens or micro-dollars, by the key's unit
 */
public record Grant(LimitKey key, String id, long amount) {
    private static final int LONGEST_ID = 64;

    public Grant {
        Check.present("key", key);
        Check.text("id", id, LONGEST_ID);
        Amount.check("amount", amount);
    }
}
