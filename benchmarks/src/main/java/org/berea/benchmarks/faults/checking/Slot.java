package org.berea.benchmarks.faults.checking;

import java.util.Map;

/**
 * What Redis counts for one account on one day.
 *
 * @param unit {@code tokens} or {@code microdollars}
 * @param grants what is reserved, by the id of the completion it is for
 */
record Slot(
        String unit,
        String day,
        String account,
        long used,
        long reserved,
        Map<String, Long> grants) {}
