package org.berea.benchmarks.faults.checking;

import java.util.ArrayList;
import java.util.List;

/** Collects what one rule finds. */
final class Findings {
    private final List<String> violations = new ArrayList<>();
    private long trials;

    /** One more case; the words are for when it is not as it should be. */
    void expect(boolean right, String format, Object... details) {
        trials++;
        if (!right) {
            violations.add(format.formatted(details));
        }
    }

    Verdict of(String rule) {
        return new Verdict(rule, trials, violations);
    }
}
