package org.berea.embedding.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AbsenceTest {
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final Absence absence =
            new Absence(
                    new Clock() {
                        @Override
                        public ZoneOffset getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(java.time.ZoneId zone) {
                            return this;
                        }

                        @Override
                        public Instant instant() {
                            return now;
                        }
                    });

    @Test
    void lastsTwiceAsLongEachTimeUpToAMinute() {
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            absence.prolong();
            pass(seconds - 0.001);
            assertThat(absence.lasts()).as("just before %d s", seconds).isTrue();
            pass(0.001);
            assertThat(absence.lasts()).as("after %d s", seconds).isFalse();
        }
    }

    @Test
    void beginsAnewAfterASuccess() {
        absence.prolong();
        absence.prolong();
        absence.end();
        assertThat(absence.lasts()).isFalse();

        absence.prolong();
        pass(1);
        assertThat(absence.lasts()).isFalse();
    }

    private void pass(double seconds) {
        now = now.plus(Duration.ofMillis((long) (seconds * 1_000)));
    }
}
