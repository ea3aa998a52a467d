package org.berea.gateway.quota;

import org.berea.contracts.Check;
import org.berea.metering.BucketLimit;

/**
 * What one tier may do.
 *
 * @param tokensPerDay of prompts and answers together
 * @param capacity requests at once
 * @param refillPerMinute requests that grow back
 */
record TierLimits(long tokensPerDay, int capacity, int refillPerMinute) {
    TierLimits {
        Check.notNegative("berea.quota.*.tokens-per-day", tokensPerDay);
        var _ = new BucketLimit(capacity, refillPerMinute);
    }

    BucketLimit bucket() {
        return new BucketLimit(capacity, refillPerMinute);
    }
}
