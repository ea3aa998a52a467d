package org.berea.search.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final CatchUp catchUp =
            new CatchUp(clock, Duration.ofSeconds(5), Duration.ofSeconds(30));

    @Test
    void isReadyAtOnceWhenNothingWasMissed() {
        catchUp.begin(Map.of(0, 5L, 1, 0L), Map.of(0, 5L));
        assertThat(catchUp.isReady()).isTrue();
    }

    @Test
    void isReadyWhenTheTopicIsNotThereYet() {
        catchUp.begin(Map.of(), Map.of());
        assertThat(catchUp.isReady()).isTrue();
    }

    @Test
    void waitsUntilAllIsReadThatWasThereAtTheStart() {
        catchUp.begin(Map.of(0, 5L, 1, 3L), Map.of(0, 5L));
        assertThat(catchUp.isReady()).isFalse();
        catchUp.reached(Map.of(0, 9L, 1, 2L));
        assertThat(catchUp.isReady()).isFalse();
        catchUp.reached(Map.of(0, 9L, 1, 3L));
        assertThat(catchUp.isReady()).isTrue();
    }

    @Test
    void doesNotWaitLongForAKafkaThatIsAway() {
        assertThat(catchUp.isReady()).isFalse();
        now = now.plusSeconds(5);
        assertThat(catchUp.isReady()).isTrue();
    }

    @Test
    void doesNotReadForEverBeforeItServes() {
        catchUp.begin(Map.of(0, 1_000_000L), Map.of());
        now = now.plusSeconds(29);
        assertThat(catchUp.isReady()).isFalse();
        now = now.plusSeconds(1);
        assertThat(catchUp.isReady()).isTrue();
    }

    @Test
    void staysReady() {
        catchUp.begin(Map.of(0, 1L), Map.of(0, 1L));
        catchUp.begin(Map.of(0, 9L), Map.of(0, 1L));
        assertThat(catchUp.isReady()).isTrue();
    }
}
