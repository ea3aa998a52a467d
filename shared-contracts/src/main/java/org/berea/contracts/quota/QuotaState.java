package org.berea.contracts.quota;

import java.time.Instant;

/** The answer of {@code GET /ai/quota}: the caller's own limits and what is left of them. */
public record QuotaState(Day day, Rate rate) {
    /** Tokens of the day; above {@code softAt} a smaller model answers, at {@code limit} none. */
    public record Day(long limit, long used, long reserved, long softAt, Instant resetAt) {}

    /** The request token bucket. */
    public record Rate(int capacity, int refillPerMinute, int left) {}
}
