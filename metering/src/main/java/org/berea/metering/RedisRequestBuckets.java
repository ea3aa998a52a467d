package org.berea.metering;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import reactor.core.publisher.Mono;

/** Buckets that all instances share, by the clock of Redis. */
public final class RedisRequestBuckets implements RequestBuckets {
    private static final String TAKE = "1";
    private static final String LOOK = "0";

    private final LazyRedis redis;

    /**
     * @param redis may be shared with {@link RedisDailyLimits}
     */
    public RedisRequestBuckets(LazyRedis redis) {
        this.redis = redis;
    }

    @Override
    public Mono<BucketDecision> take(String subject, BucketLimit limit) {
        return run(subject, limit, TAKE).map(answer -> decision(answer, limit));
    }

    @Override
    public Mono<Integer> left(String subject, BucketLimit limit) {
        return run(subject, limit, LOOK).map(answer -> bucket(answer).left());
    }

    private Mono<List<Long>> run(String subject, BucketLimit limit, String mode) {
        return redis.run(
                Script.BUCKET,
                List.of("berea:bucket:{%s}".formatted(URLEncoder.encode(subject, UTF_8))),
                Integer.toString(limit.capacity()),
                Integer.toString(limit.refillPerMinute()),
                mode);
    }

    private static BucketDecision decision(List<Long> answer, BucketLimit limit) {
        Bucket bucket = bucket(answer);
        return answer.get(0) == 1
                ? new BucketDecision.Taken(bucket.left())
                : new BucketDecision.Empty(bucket.untilOne(limit));
    }

    private static Bucket bucket(List<Long> answer) {
        return new Bucket(answer.get(1), 0);
    }
}
