package org.berea.metering;

import java.time.Duration;

/**
 * A bucket at an instant. It counts in sixty-thousandths of a request, so that a refill per minute
 * is a whole number per millisecond and nothing is ever rounded away.
 *
 * @param level sixty-thousandths of a request
 * @param at milliseconds of any one clock
 */
record Bucket(long level, long at) {
    static final long REQUEST = 60_000;

    static Bucket full(BucketLimit limit, long now) {
        return new Bucket(limit.capacity() * REQUEST, now);
    }

    /** The same bucket later. A clock that went backwards refills nothing. */
    Bucket refilled(BucketLimit limit, long now) {
        long elapsed = Math.max(0, now - at);
        long most = limit.capacity() * REQUEST;
        long untilFull = (most - level) / limit.refillPerMinute() + 1;
        long grown = elapsed >= untilFull ? most : level + elapsed * limit.refillPerMinute();
        return new Bucket(Math.min(most, grown), now);
    }

    boolean holdsOne() {
        return level >= REQUEST;
    }

    Bucket withoutOne() {
        return new Bucket(level - REQUEST, at);
    }

    boolean isFull(BucketLimit limit) {
        return level >= limit.capacity() * REQUEST;
    }

    int left() {
        return (int) (level / REQUEST);
    }

    Duration untilOne(BucketLimit limit) {
        return Duration.ofMillis(Math.ceilDiv(REQUEST - level, (long) limit.refillPerMinute()));
    }
}
