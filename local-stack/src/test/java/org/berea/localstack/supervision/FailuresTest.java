package org.berea.localstack.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final Failures failures = new Failures(Duration.ofSeconds(10));

    @Test
    void hopesOnAfterTwoSlowEnds() {
        assertThat(failures.add(Duration.ofSeconds(20))).isFalse();
        assertThat(failures.add(Duration.ofSeconds(40))).isFalse();
        assertThat(failures.add(Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void hopesOnAfterManyEndsInAShortTime() {
        for (int end = 1; end <= 5; end++) {
            assertThat(failures.add(Duration.ofSeconds(end))).isFalse();
        }
        assertThat(failures.add(Duration.ofSeconds(10))).isTrue();
    }
}
