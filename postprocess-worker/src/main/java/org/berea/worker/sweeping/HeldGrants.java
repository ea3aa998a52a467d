package org.berea.worker.sweeping;

import java.time.Duration;
import org.berea.metering.DailyLimits;
import org.berea.metering.LimitKey;
import org.berea.metering.Unit;
import org.berea.worker.ledger.OpenRow;
import org.springframework.stereotype.Component;

/** What Redis still holds reserved for a question that nobody will end. */
@Component
final class HeldGrants {
    /** The account that inference reserves money from, for all users together. */
    private static final String ALL_MONEY = "all";

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final DailyLimits limits;

    HeldGrants(DailyLimits limits) {
        this.limits = limits;
    }

    long tokens(OpenRow row) {
        return held(row, new LimitKey(Unit.TOKENS, row.subject(), row.day()));
    }

    long micros(OpenRow row) {
        return held(row, new LimitKey(Unit.MICRODOLLARS, ALL_MONEY, row.day()));
    }

    private long held(OpenRow row, LimitKey key) {
        return limits.held(key, row.completionId()).blockOptional(LIMIT).orElse(0L);
    }
}
