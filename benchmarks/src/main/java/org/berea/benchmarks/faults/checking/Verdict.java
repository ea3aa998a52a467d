package org.berea.benchmarks.faults.checking;

import java.util.List;

/**
 * What came of a rule.
 *
 * @param trials how many cases it was tried on
 * @param violations the cases in which it does not hold, in words
 */
public record Verdict(String rule, long trials, List<String> violations) {
    private static final int SHOWN = 5;

    public Verdict {
        violations = List.copyOf(violations);
    }

    public boolean holds() {
        return violations.isEmpty();
    }

    /** {@code 0 of 17 …}, and below it some of the violations. */
    public String text() {
        var text = new StringBuilder();
        text.append("%7d of %-7d %s".formatted(violations.size(), trials, rule));
        violations.stream()
                .limit(SHOWN)
                .forEach(case_ -> text.append("\n            ").append(case_));
        return text.toString();
    }
}
