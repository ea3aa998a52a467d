package org.berea.benchmarks.retrieval;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** What became of all questions together; beside every count stands what it is out of. */
final class Summary {
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Map<String, Integer> degraded = new TreeMap<>();
    private int asked;
    private int failed;
    private int empty;

    void add(Outcome outcome) {
        asked++;
        switch (outcome) {
            case Outcome.Searched(var verses, var steps) -> {
                empty += verses.isEmpty() ? 1 : 0;
                steps.forEach(label -> degraded.merge(label, 1, Integer::sum));
            }
            case Outcome.Failed(String kind, _) -> {
                failed++;
                failures.merge(kind, 1, Integer::sum);
            }
        }
    }

    boolean hasFailures() {
        return failed > 0;
    }

    void print(PrintStream out) {
        out.printf("%d of %d questions answered%n", asked - failed, asked);
        failures.forEach((kind, times) -> print(out, times, "failed: " + kind));
        degraded.forEach((label, times) -> print(out, times, "degraded: " + label));
        print(out, empty, "found no verse");
    }

    private void print(PrintStream out, int times, String what) {
        out.printf("  %d of %d %s%n", times, asked, what);
    }
}
