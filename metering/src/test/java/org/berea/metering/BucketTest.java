package org.berea.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BucketTest {
    private static final BucketLimit LIMIT = new BucketLimit(2, 7);

    @Test
    void losesNoFractionWhenItIsLookedAtOften() {
        var bucket = new Bucket(0, 0);
        for (int now = 1; now <= 60_000; now++) {
            bucket = bucket.refilled(new BucketLimit(100, 7), now);
        }

        assertThat(bucket.left()).isEqualTo(7);
        assertThat(bucket.level()).isEqualTo(7 * Bucket.REQUEST);
    }

    @Test
    void staysAsItIsWhenTheClockGoesBackwards() {
        var bucket = new Bucket(5, 1_000).refilled(LIMIT, 10);

        assertThat(bucket.level()).isEqualTo(5);
    }

    @Test
    void isFullAfterAnyLongTime() {
        var bucket = new Bucket(0, 0).refilled(LIMIT, Long.MAX_VALUE);

        assertThat(bucket.isFull(LIMIT)).isTrue();
        assertThat(bucket.left()).isEqualTo(2);
    }

    @Test
    void tellsTheDelayRoundedUp() {
        var delay = new Bucket(0, 0).untilOne(LIMIT);

        assertThat(delay).isEqualTo(Duration.ofMillis(8_572));
        assertThat(new Bucket(0, 0).refilled(LIMIT, 8_571).holdsOne()).isFalse();
        assertThat(new Bucket(0, 0).refilled(LIMIT, 8_572).holdsOne()).isTrue();
    }
}
