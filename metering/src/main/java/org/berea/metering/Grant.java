package org.berea.metering;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.berea.contracts.Check;

/**
 * An amount that is set aside until it is settled.
 *
 * @param id unique, and tells its holder; settling twice by the same id counts once
 * @param amount tokens or micro-dollars, by the key's unit
 */
public record Grant(LimitKey key, String id, long amount) {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_HOLDER = 40;

    public Grant {
        Check.present("key", key);
        Check.text("id", id, LONGEST_ID);
        Amount.check("amount", amount);
    }

    /** A new one for a holder, whose name is at most 40 characters long. */
    static Grant of(LimitKey key, String holder, long amount) {
        Check.text("holder", holder, LONGEST_HOLDER);
        String number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return new Grant(key, prefix(holder) + number, amount);
    }

    static boolean isOf(String holder, String id) {
        return id.startsWith(prefix(holder));
    }

    /** What the ids of a holder's grants begin with. */
    static String prefix(String holder) {
        return holder + '/';
    }
}
