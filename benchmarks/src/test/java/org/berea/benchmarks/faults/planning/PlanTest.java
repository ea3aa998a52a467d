package org.berea.benchmarks.faults.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Duration NO_LENGTH = Duration.ZERO;

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Plan.of(7, 50, NO_LENGTH)).isEqualTo(Plan.of(7, 50, NO_LENGTH));
        assertThat(Plan.of(7, 50, NO_LENGTH).steps())
                .isNotEqualTo(Plan.of(8, 50, NO_LENGTH).steps());
    }

    @Test
    void doesNotChangeWithTheMachineOrTheJdk() {
        String first =
                Plan.of(1, 11, NO_LENGTH).steps().stream()
                        .limit(3)
                        .map(step -> step.after().toMillis() + " " + step.fault().where())
                        .collect(Collectors.joining("; "));

        assertThat(first)
                .isEqualTo(
                        "1606 search-service; 2369 an event's effect is committed, its offset is not; 2316 all is settled, the finished event is not published");
    }

    @Test
    void killsAsOftenAsAsked() {
        assertThat(Plan.of(3, 200, NO_LENGTH).kills()).isEqualTo(200);
        assertThat(Plan.of(3, 5, NO_LENGTH).kills()).isEqualTo(5);
        assertThat(Plan.of(3, 0, NO_LENGTH).steps()).isEmpty();
    }

    @Test
    void leavesNobodyOut() {
        EnumSet<Target> killed = EnumSet.noneOf(Target.class);
        for (Step step : Plan.of(4, 20, NO_LENGTH).steps()) {
            if (step.fault() instanceof Fault.Kill(var target)) {
                killed.add(target);
            }
        }

        assertThat(killed).containsExactlyInAnyOrder(Target.values());
    }

    @Test
    void pausesRestartsAndEmptiesToo() {
        assertThat(Plan.of(5, 40, NO_LENGTH).steps().stream().map(step -> step.fault().kind()))
                .contains("pause", "restart", "empty", "kill at a crash point");
    }

    @Test
    void lastsAboutAsLongAsAsked() {
        Duration gaps =
                Plan.of(6, 20, Duration.ofMinutes(10)).steps().stream()
                        .map(Step::after)
                        .reduce(Duration.ZERO, Duration::plus);

        assertThat(gaps).isBetween(Duration.ofMinutes(7), Duration.ofMinutes(14));
    }
}
