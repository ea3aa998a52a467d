package org.berea.localstack.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void doublesFromHalfASecondToTenSeconds() {
        assertThat(Stream.generate(() -> afterMillis(100)).limit(7))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
    }

    @Test
    void forgetsFailuresAfterAMinuteOfService() {
        Stream.generate(() -> afterMillis(100)).limit(7).forEach(_ -> {});

        assertThat(afterMillis(59_000)).isEqualTo(10_000);
        assertThat(afterMillis(60_000)).isEqualTo(500);
        assertThat(afterMillis(100)).isEqualTo(1_000);
    }

    private long afterMillis(long run) {
        return backoff.after(Duration.ofMillis(run)).toMillis();
    }
}
