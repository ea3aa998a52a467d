package org.berea.gateway.quota;

import java.time.Duration;
import java.time.Instant;
import org.berea.contracts.quota.QuotaState;
import org.springframework.http.HttpHeaders;

/**
 * The two header fields of the IETF draft <i>RateLimit header fields for HTTP</i>: structured lists
 * of named policies.
 */
final class RateHeaders {
    private static final long MINUTE = Duration.ofMinutes(1).toSeconds();
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private RateHeaders() {}

    static void set(HttpHeaders headers, Standing standing, Instant now) {
        var policy = new StringBuilder(policy(standing.rate()));
        var left = new StringBuilder(left(standing.rate()));
        QuotaState.Day day = standing.day();
        if (day != null) {
            policy.append(", \"tokens\";q=%d;w=%d;qu=\"tokens\"".formatted(day.limit(), DAY));
            left.append(", \"tokens\";r=%d;t=%d".formatted(left(day), untilReset(day, now)));
        }
        headers.set("RateLimit-Policy", policy.toString());
        headers.set("RateLimit", left.toString());
    }

    private static String policy(QuotaState.Rate rate) {
        return "\"requests\";q=%d;w=%d"
                .formatted(rate.capacity(), secondsFor(rate.capacity(), rate));
    }

    private static String left(QuotaState.Rate rate) {
        long untilFull = secondsFor(rate.capacity() - rate.left(), rate);
        return "\"requests\";r=%d;t=%d".formatted(rate.left(), untilFull);
    }

    private static long secondsFor(int requests, QuotaState.Rate rate) {
        return Math.ceilDiv(requests * MINUTE, (long) rate.refillPerMinute());
    }

    private static long left(QuotaState.Day day) {
        return Math.max(0, day.limit() - day.used() - day.reserved());
    }

    private static long untilReset(QuotaState.Day day, Instant now) {
        return Math.max(0, Duration.between(now, day.resetAt()).toSeconds());
    }
}
