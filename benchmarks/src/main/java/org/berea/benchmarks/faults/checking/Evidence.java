package org.berea.benchmarks.faults.checking;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is known after a run.
 *
 * @param admitted ids of published {@code completion.admitted} events, each once
 * @param finished published {@code completion.finished} events, copies included
 * @param ledger all rows of the usage ledger
 * @param audited completion ids of the audit log's rows, copies included
 * @param history completion ids of the reading history's rows, copies included
 * @param costs the daily cost rollup
 * @param slots Redis's counters
 * @param deadLetters how many events lie in each dead-letter topic
 */
record Evidence(
        List<Asked> asked,
        List<Read> reads,
        List<Call> calls,
        Set<String> admitted,
        List<Event> finished,
        List<Row> ledger,
        List<String> audited,
        List<String> history,
        List<Map.Entry<Row.CostKey, Sums>> costs,
        List<Slot> slots,
        Map<String, Long> deadLetters,
        Trouble trouble) {}
