package org.berea.benchmarks.faults.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.berea.benchmarks.faults.checking.Row.CostKey;

/** What a good run of three questions leaves behind, to be spoilt in one point at a time. */
final class MadeEvidence {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Trouble.Span HELD = new Trouble.Span(NOON.plusSeconds(60), NOON.plusSeconds(120));
    static final String DONE = "cmp_done";
    static final String LEFT = "cmp_left";
    static final String DEAD = "cmp_dead";
    static final CostKey COST = new CostKey("2026-11-24", "other", "pro", "definition", "small");

    final List<Asked> asked = new ArrayList<>();
    final List<Read> reads = new ArrayList<>();
    final List<Call> calls = new ArrayList<>();
    final Set<String> admitted = new TreeSet<>(Set.of(DONE, LEFT, DEAD));
    final List<Event> finished = new ArrayList<>();
    final List<Row> ledger = new ArrayList<>();
    final List<String> audited = new ArrayList<>(List.of(DONE, LEFT));
    final List<String> history = new ArrayList<>(List.of(DONE));
    final List<Map.Entry<CostKey, Sums>> costs = new ArrayList<>();
    final List<Slot> slots = new ArrayList<>();
    long dead;
    boolean redisEmptied;

    MadeEvidence() {
        asked.add(asked(1, DONE, true, true, "done"));
        asked.add(asked(2, LEFT, true, false, "left"));
        asked.add(asked(3, DEAD, true, false, "broken"));
        asked.add(asked(4, "", false, false, "refused"));
        asked.add(refusedWhileHeld("rate-limited"));
        reads.add(read(0, 200));
        reads.add(read(70, 503));
        calls.add(new Call("prompt 1", 40, "finished", NOON, NOON.plusSeconds(1)));
        calls.add(new Call("prompt 2", 100, "cancelled", NOON, NOON.plusSeconds(1)));
        finished.add(event(DONE, "finished", 100, 50, true));
        finished.add(event(LEFT, "cancelled", 100, 60, false));
        ledger.add(row(DONE, "finished", 100, 50, 150));
        ledger.add(row(LEFT, "cancelled", 100, 60, 160));
        ledger.add(row(DEAD, "aborted", 0, 0, 500));
        costs.add(Map.entry(COST, new Sums(2, 200, 110, 20)));
        slots.add(new Slot("tokens", "2026-11-24", "alice", 310, 500, Map.of(DEAD, 500L)));
        slots.add(new Slot("microdollars", "2026-11-24", "all", 20, 0, Map.of()));
    }

    static Asked asked(long number, String id, boolean started, boolean done, String end) {
        return new Asked(
                number,
                id,
                "prompt " + number,
                true,
                started,
                done,
                end,
                "",
                done ? 40 : -1,
                NOON,
                NOON.plusSeconds(2));
    }

    static Asked refusedWhileHeld(String error) {
        return new Asked(
                5,
                "",
                "prompt 5",
                true,
                false,
                false,
                "refused",
                error,
                -1,
                HELD.from().plusSeconds(1),
                HELD.from().plusSeconds(2));
    }

    static Read read(int second, int status) {
        return new Read(NOON.plusSeconds(second), NOON.plusSeconds(second + 2), status);
    }

    static Event event(String id, String outcome, long prompt, long completion, boolean answered) {
        return new Event(
                id,
                outcome,
                "alice",
                "2026-11-24",
                prompt,
                completion,
                10,
                answered,
                NOON.plusSeconds(1));
    }

    static Row row(String id, String state, long prompt, long completion, long charged) {
        long cost = state.equals("aborted") ? 0 : 10;
        return new Row(
                id, state, "alice", "2026-11-24", COST, prompt, completion, cost, charged, 500, 99);
    }

    Evidence whole() {
        List<Trouble.Span> killed =
                List.of(
                        new Trouble.Span(
                                NOON.minus(Duration.ofMinutes(5)),
                                NOON.minus(Duration.ofMinutes(4))));
        return new Evidence(
                asked,
                reads,
                calls,
                admitted,
                finished,
                ledger,
                audited,
                history,
                costs,
                slots,
                Map.of("completions.audit.dlt", dead),
                new Trouble(List.of(), redisEmptied, killed, List.of(HELD)));
    }

    /** The rules that do not hold. */
    List<String> broken() {
        return Checker.judge(whole()).stream()
                .filter(verdict -> !verdict.holds())
                .map(Verdict::rule)
                .toList();
    }
}
