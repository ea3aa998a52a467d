package org.berea.metering;

import reactor.core.publisher.Mono;

/**
 * One token bucket of requests per user. Every call fails with {@link MeteringUnavailableException}
 * when the store cannot answer in time.
 */
public interface RequestBuckets {
    /** Takes one request if there is one. */
    Mono<BucketDecision> take(String subject, BucketLimit limit);

    /** How many whole requests are left; takes nothing. */
    Mono<Integer> left(String subject, BucketLimit limit);
}
