package org.berea.benchmarks.faults;

import java.time.Duration;
import java.util.List;
import org.berea.benchmarks.faults.breaking.Injury;
import org.berea.benchmarks.faults.checking.Verdict;

/**
 * What came of a run.
 *
 * @param waits from the last token of a stream to {@code [DONE]}, in milliseconds, sorted
 * @param settling from when all was well until the checker was content, or gave up
 */
record Outcome(List<Injury> injuries, List<Verdict> verdicts, List<Long> waits, Duration settling) {
    boolean isGood(Duration recovery) {
        return verdicts.stream().allMatch(Verdict::holds) && slow(recovery) == 0;
    }

    /** Kills that have a recovery time of the part's own. */
    List<Injury> timed() {
        return injuries.stream()
                .filter(injury -> injury.fault().isKill() && injury.alone())
                .filter(injury -> injury.effect() != Injury.Effect.NOT_REACHED)
                .toList();
    }

    /** How many of those took longer. */
    long slow(Duration recovery) {
        return timed().stream()
                .filter(
                        injury ->
                                injury.recovery()
                                        .filter(time -> time.compareTo(recovery) <= 0)
                                        .isEmpty())
                .count();
    }
}
