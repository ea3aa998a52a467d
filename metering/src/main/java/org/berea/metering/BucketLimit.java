package org.berea.metering;

import org.berea.contracts.Check;

/**
 * How many requests may come at once, and how fast they grow back.
 *
 * @param capacity requests, at least 1
 * @param refillPerMinute requests, at least 1
 */
public record BucketLimit(int capacity, int refillPerMinute) {
    private static final int LARGEST = 1_000_000;

    public BucketLimit {
        Check.range("capacity", capacity, 1, LARGEST);
        Check.range("refillPerMinute", refillPerMinute, 1, LARGEST);
    }
}
