package org.berea.metering;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Buckets of this process alone, for tests and for when Redis is away. */
public final class InMemoryRequestBuckets implements RequestBuckets {
    private static final int SWEEP_AT = 10_000;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final LongSupplier millis;

    private record Entry(Bucket bucket, BucketLimit limit, boolean took) {}

    public InMemoryRequestBuckets() {
        this(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    /**
     * @param millis a clock that never goes backwards
     */
    InMemoryRequestBuckets(LongSupplier millis) {
        this.millis = millis;
    }

    @Override
    public Mono<BucketDecision> take(String subject, BucketLimit limit) {
        return Mono.fromSupplier(() -> takeNow(subject, limit));
    }

    @Override
    public Mono<Integer> left(String subject, BucketLimit limit) {
        return Mono.fromSupplier(() -> current(entries.get(subject), limit).left());
    }

    private BucketDecision takeNow(String subject, BucketLimit limit) {
        if (entries.size() >= SWEEP_AT) {
            forgetFullOnes();
        }
        Entry entry = entries.compute(subject, (_, old) -> taking(current(old, limit), limit));
        return entry.took()
                ? new BucketDecision.Taken(entry.bucket().left())
                : new BucketDecision.Empty(entry.bucket().untilOne(limit));
    }

    private static Entry taking(Bucket bucket, BucketLimit limit) {
        boolean takes = bucket.holdsOne();
        return new Entry(takes ? bucket.withoutOne() : bucket, limit, takes);
    }

    private Bucket current(@Nullable Entry entry, BucketLimit limit) {
        long now = millis.getAsLong();
        return entry == null ? Bucket.full(limit, now) : entry.bucket().refilled(limit, now);
    }

    /** A full bucket says no more than a missing one. */
    private void forgetFullOnes() {
        entries.values().removeIf(entry -> current(entry, entry.limit()).isFull(entry.limit()));
    }
}
