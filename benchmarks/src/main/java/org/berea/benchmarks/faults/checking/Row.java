package org.berea.benchmarks.faults.checking;

import java.util.Set;

/**
 * A row of the usage ledger.
 *
 * @param cost what one sum of the daily costs is for: day, cohort, tier, task and model
 * @param chargedTokens what counts against the user; of an aborted row perhaps more than was used
 * @param ceilingTokens -1 when none is known
 */
record Row(
        String id,
        String state,
        String subject,
        String day,
        CostKey cost,
        long promptTokens,
        long completionTokens,
        long costMicros,
        long chargedTokens,
        long ceilingTokens,
        long ceilingMicros) {
    private static final Set<String> TRUE_ENDS =
            Set.of("finished", "cancelled", "failed", "rejected");

    boolean isOpen() {
        return state.equals("open");
    }

    /** Whether it tells what was, rather than what was assumed of a process that died. */
    boolean isTrue() {
        return TRUE_ENDS.contains(state);
    }

    /** Whether its last tokens were of the built-in model, which no limit counts. */
    boolean isOfFreeModel() {
        return cost.model().equals("extractive");
    }

    long tokens() {
        return promptTokens + completionTokens;
    }

    /** What costs are added up by. */
    record CostKey(String day, String cohort, String tier, String task, String model) {}
}
