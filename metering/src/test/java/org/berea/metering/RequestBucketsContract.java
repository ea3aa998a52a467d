package org.berea.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every store of request buckets keeps. */
interface RequestBucketsContract {
    Duration LIMIT = Duration.ofSeconds(20);
    BucketLimit SLOW = new BucketLimit(3, 1);
    BucketLimit FAST = new BucketLimit(2, 600);

    RequestBuckets buckets();

    @Test
    default void startsFullAndCountsDown() {
        String user = fresh();

        assertThat(take(user, SLOW)).isEqualTo(new BucketDecision.Taken(2));
        assertThat(take(user, SLOW)).isEqualTo(new BucketDecision.Taken(1));
        assertThat(take(user, SLOW)).isEqualTo(new BucketDecision.Taken(0));
        assertThat(take(user, SLOW)).isInstanceOf(BucketDecision.Empty.class);
    }

    @Test
    default void tellsHowLongUntilTheNextRequest() {
        String user = fresh();
        for (int i = 0; i < SLOW.capacity(); i++) {
            take(user, SLOW);
        }

        var empty = (BucketDecision.Empty) take(user, SLOW);
        assertThat(empty.retryAfter()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(60));
    }

    @Test
    default void growsBackAfterTheDelayItTold() throws InterruptedException {
        String user = fresh();
        BucketDecision decision = take(user, FAST);
        while (decision instanceof BucketDecision.Taken) {
            decision = take(user, FAST);
        }

        Thread.sleep(((BucketDecision.Empty) decision).retryAfter().plusMillis(1));
        assertThat(take(user, FAST)).isInstanceOf(BucketDecision.Taken.class);
    }

    @Test
    default void neverHoldsMoreThanItsCapacity() throws InterruptedException {
        String user = fresh();
        take(user, FAST);
        Thread.sleep(600);

        assertThat(left(user, FAST)).isEqualTo(2);
    }

    @Test
    default void looksWithoutTaking() {
        String user = fresh();

        assertThat(left(user, SLOW)).isEqualTo(3);
        take(user, SLOW);
        assertThat(left(user, SLOW)).isEqualTo(2);
        assertThat(left(user, SLOW)).isEqualTo(2);
    }

    @Test
    default void keepsUsersApart() {
        String user = fresh();
        take(user, SLOW);

        assertThat(left(user + "{x}", SLOW)).isEqualTo(3);
    }

    @Test
    default void followsALimitThatBecameSmaller() {
        String user = fresh();
        take(user, new BucketLimit(100, 1));

        assertThat(left(user, SLOW)).isEqualTo(3);
    }

    @Test
    default void givesAwayNoMoreThanItHoldsWhenManyAskAtOnce() {
        String user = fresh();
        var limit = new BucketLimit(50, 1);
        Long taken =
                Flux.range(0, 640)
                        .flatMap(
                                _ -> buckets().take(user, limit).subscribeOn(Schedulers.parallel()),
                                64)
                        .ofType(BucketDecision.Taken.class)
                        .count()
                        .block(LIMIT);

        assertThat(taken).isEqualTo(50);
    }

    private BucketDecision take(String user, BucketLimit limit) {
        return answer(buckets().take(user, limit));
    }

    private int left(String user, BucketLimit limit) {
        return answer(buckets().left(user, limit));
    }

    private static <T> T answer(Mono<T> call) {
        return call.blockOptional(LIMIT).orElseThrow();
    }

    private static String fresh() {
        return "user-" + UUID.randomUUID();
    }
}
