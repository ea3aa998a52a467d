package org.berea.benchmarks.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.berea.benchmarks.faults.breaking.Injury;
import org.berea.benchmarks.faults.breaking.Injury.Effect;
import org.berea.benchmarks.faults.checking.Verdict;

/** Prints what came of a run. */
record Report(PrintStream out, Duration recovery) {
    private static final String ROW = "%-22s %-52s %5s %9s %9s%n";

    /** One thing that was done, as it is told at once. */
    static String line(Injury injury) {
        return "%s %-22s %s%s"
                .formatted(
                        injury.at().toString().substring(11, 19),
                        injury.fault().kind(),
                        injury.fault().where(),
                        ending(injury));
    }

    private static String ending(Injury injury) {
        return switch (injury.effect()) {
            case DONE ->
                    injury.recovery()
                            .map(time -> ", serves again after " + seconds(time) + " s")
                            .orElse("");
            case NOT_REACHED -> ", not reached";
            case NEVER_RECOVERED -> ", NEVER SERVED AGAIN";
        };
    }

    void print(Outcome outcome) {
        out.println();
        faults(outcome.injuries());
        out.println();
        for (Verdict verdict : outcome.verdicts()) {
            out.println(verdict.text());
        }
        out.printf(
                "%7d of %-7d parts took longer than %d s to serve again after a kill, nothing else being hurt%n",
                outcome.slow(recovery), outcome.timed().size(), recovery.toSeconds());
        waits(outcome.waits());
        out.printf("checked %s s after all was well%n", seconds(outcome.settling()));
    }

    private void waits(List<Long> waits) {
        if (!waits.isEmpty()) {
            out.printf(
                    "[DONE] came after the last token: %d times, p50 %d ms, p99 %d ms, max %d ms%n",
                    waits.size(),
                    waits.get(waits.size() / 2),
                    waits.get(waits.size() * 99 / 100),
                    waits.getLast());
        }
    }

    private void faults(List<Injury> injuries) {
        out.printf(ROW, "fault", "of", "times", "p50 s", "max s");
        Map<String, List<Injury>> groups =
                injuries.stream()
                        .filter(injury -> injury.effect() != Effect.NOT_REACHED)
                        .collect(
                                groupingBy(
                                        injury ->
                                                "%-22s %s"
                                                        .formatted(
                                                                injury.fault().kind(),
                                                                injury.fault().where()),
                                        TreeMap::new,
                                        toList()));
        groups.values().forEach(this::group);
        long missed =
                injuries.stream().filter(injury -> injury.effect() == Effect.NOT_REACHED).count();
        out.printf("%d of %d did not take place%n", missed, injuries.size());
    }

    private void group(List<Injury> same) {
        List<Duration> times =
                same.stream().flatMap(injury -> injury.recovery().stream()).sorted().toList();
        Injury first = same.getFirst();
        out.printf(
                ROW,
                first.fault().kind(),
                first.fault().where(),
                same.size(),
                times.isEmpty() ? "-" : seconds(times.get(times.size() / 2)),
                times.isEmpty() ? "-" : seconds(times.getLast()));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}
