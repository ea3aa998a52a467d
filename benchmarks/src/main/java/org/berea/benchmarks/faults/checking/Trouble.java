package org.berea.benchmarks.faults.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When what was hurt, as far as it excuses anything.
 *
 * @param postgresHeld without the time that it took to be itself again
 */
public record Trouble(
        List<Span> redis, boolean redisEmptied, List<Span> heldOrKilled, List<Span> postgresHeld) {
    private static final Duration AROUND_REDIS = Duration.ofSeconds(8);
    private static final Duration AROUND_OTHERS = Duration.ofSeconds(2);

    /** From the blow until the part was itself again. */
    public record Span(Instant from, Instant to) {
        boolean covers(Instant begin, Instant end) {
            return begin.isAfter(from) && end.isBefore(to);
        }

        boolean meets(Instant begin, Instant end, Duration around) {
            return !end.isBefore(from.minus(around)) && !begin.isAfter(to.plus(around));
        }
    }

    /** Whether PostgreSQL answered nobody from the beginning to the end. */
    boolean withoutPostgres(Instant begin, Instant end) {
        return postgresHeld.stream().anyMatch(span -> span.covers(begin, end));
    }

    boolean ofRedis(Instant begin, Instant end) {
        return redis.stream().anyMatch(span -> span.meets(begin, end, AROUND_REDIS));
    }

    /** Whether a part on the way of the tokens was held or died meanwhile. */
    boolean onTheWay(Instant begin, Instant end) {
        return heldOrKilled.stream().anyMatch(span -> span.meets(begin, end, AROUND_OTHERS));
    }
}
