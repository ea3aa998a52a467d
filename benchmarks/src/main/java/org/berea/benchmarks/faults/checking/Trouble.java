package org.berea.benchmarks.faults.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When what was hurt, as far as it excuses anything. */
public record Trouble(List<Span> redis, boolean redisEmptied, List<Span> heldOrKilled) {
    private static final Duration AROUND_REDIS = Duration.ofSeconds(8);
    private static final Duration AROUND_OTHERS = Duration.ofSeconds(2);

    /** From the blow until the part was itself again. */
    public record Span(Instant from, Instant to) {
        boolean meets(Instant begin, Instant end, Duration around) {
            return !end.isBefore(from.minus(around)) && !begin.isAfter(to.plus(around));
        }
    }

    boolean ofRedis(Instant begin, Instant end) {
        return redis.stream().anyMatch(span -> span.meets(begin, end, AROUND_REDIS));
    }

    /** Whether a part on the way of the tokens was held or died meanwhile. */
    boolean onTheWay(Instant begin, Instant end) {
        return heldOrKilled.stream().anyMatch(span -> span.meets(begin, end, AROUND_OTHERS));
    }
}
