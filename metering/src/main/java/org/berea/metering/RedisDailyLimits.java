package org.berea.metering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Daily limits that all instances share, each change one script in one slot of Redis. */
public final class RedisDailyLimits implements DailyLimits {
    private static final Logger log = LoggerFactory.getLogger(RedisDailyLimits.class);
    private static final String KEEP = seconds(Duration.ofDays(InMemoryDailyLimits.DAYS_KEPT));
    private static final String KEEP_MARK = seconds(Duration.ofHours(1));

    // About a minute. What is not settled by then stays reserved until the day ends.
    private static final Retry UNTIL_TAKEN =
            Retry.backoff(15, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5));

    private final LazyRedis redis;

    /**
     * @param redis may be shared with {@link RedisRequestBuckets}
     */
    public RedisDailyLimits(LazyRedis redis) {
        this.redis = redis;
    }

    @Override
    public Mono<Reservation> reserve(LimitKey key, String holder, long amount, long limit) {
        Amount.check("amount", amount);
        return Mono.defer(() -> reserve(Grant.of(key, holder, amount), limit, new AtomicBoolean()));
    }

    @Override
    public Mono<DayUsage> settle(Grant grant, long actual) {
        Amount.check("actual", actual);
        return settleNow(grant, actual).doOnError(_ -> settleLater(grant, actual));
    }

    private Mono<DayUsage> settleNow(Grant grant, long actual) {
        return redis.run(
                        Script.SETTLE,
                        keys(grant),
                        grant.id(),
                        Long.toString(actual),
                        KEEP,
                        KEEP_MARK)
                .map(answer -> new DayUsage(answer.get(0), answer.get(1)));
    }

    @Override
    public Mono<Long> held(LimitKey key, String holder) {
        return redis.run(Script.HELD, List.of(slot(key)), Grant.prefix(holder)).map(List::getFirst);
    }

    @Override
    public Mono<DayUsage> read(LimitKey key) {
        return redis.run(Script.READ, List.of(slot(key)))
                .map(answer -> new DayUsage(answer.get(0), answer.get(1)));
    }

    private Mono<Reservation> reserve(Grant grant, long limit, AtomicBoolean answered) {
        return redis.run(
                        Script.RESERVE,
                        keys(grant),
                        grant.id(),
                        Long.toString(grant.amount()),
                        Long.toString(limit),
                        KEEP)
                .map(answer -> reservation(grant, answer))
                .doOnNext(_ -> answered.set(true))
                .doFinally(_ -> giveBackUnless(answered.get(), grant));
    }

    /** Whoever timed out or left never learned of the grant, which Redis may yet take. */
    private void giveBackUnless(boolean answered, Grant grant) {
        if (!answered) {
            settleLater(grant, 0);
        }
    }

    /** Else what was never used, or less than reserved, would stay charged in full. */
    private void settleLater(Grant grant, long actual) {
        settleNow(grant, actual)
                .retryWhen(UNTIL_TAKEN)
                .subscribe(_ -> {}, failure -> log.warn("not settled: {}", grant, failure));
    }

    private static Reservation reservation(Grant grant, List<Long> answer) {
        var usage = new DayUsage(answer.get(1), answer.get(2));
        return answer.get(0) == 1
                ? new Reservation.Granted(grant, usage)
                : new Reservation.Refused(usage);
    }

    private static List<String> keys(Grant grant) {
        String slot = slot(grant.key());
        return List.of(slot, slot + ":settled:" + grant.id());
    }

    /** The braces are the hash tag; encoding keeps the account from closing them early. */
    private static String slot(LimitKey key) {
        return "berea:limit:{%s:%s:%s}"
                .formatted(key.unit().label(), key.day(), URLEncoder.encode(key.account(), UTF_8));
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
