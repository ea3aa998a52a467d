package org.berea.metering;

import java.time.Duration;

/** What became of taking one request from a bucket. */
public sealed interface BucketDecision {
    /** One was taken, so many whole ones are left. */
    record Taken(int left) implements BucketDecision {}

    /** Nothing was taken; after the delay one will be there. */
    record Empty(Duration retryAfter) implements BucketDecision {}
}
