package org.berea.benchmarks.faults.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.benchmarks.faults.checking.MadeEvidence.COST;
import static org.berea.benchmarks.faults.checking.MadeEvidence.DEAD;
import static org.berea.benchmarks.faults.checking.MadeEvidence.DONE;
import static org.berea.benchmarks.faults.checking.MadeEvidence.LEFT;
import static org.berea.benchmarks.faults.checking.MadeEvidence.asked;
import static org.berea.benchmarks.faults.checking.MadeEvidence.event;
import static org.berea.benchmarks.faults.checking.MadeEvidence.read;
import static org.berea.benchmarks.faults.checking.MadeEvidence.refusedWhileHeld;
import static org.berea.benchmarks.faults.checking.MadeEvidence.row;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule holds for a good run, and fails for one that is spoilt in its point. */
class RulesTest {
    private record Spoilt(String how, String rule, Consumer<MadeEvidence> spoiling) {}

    private static final List<Spoilt> CASES =
            List.of(
                    new Spoilt(
                            "a stream that just ends",
                            "answers ended cleanly without [DONE] or error",
                            made -> made.asked.set(2, asked(3, DEAD, true, false, "clean"))),
                    new Spoilt(
                            "an error and [DONE]",
                            "answers had both an error and [DONE]",
                            made -> made.asked.set(0, asked(1, DONE, true, true, "both"))),
                    new Spoilt(
                            "no end at all",
                            "questions had no end of any kind within their limit",
                            made -> made.asked.set(3, asked(4, "", false, false, "silent"))),
                    new Spoilt(
                            "a record API that breaks",
                            "looks at the history were answered by neither 200 nor 503",
                            made -> made.reads.set(0, read(0, 500))),
                    new Spoilt(
                            "records without their store",
                            "looks at the history while PostgreSQL was held were no 503",
                            made -> made.reads.set(1, read(70, 200))),
                    new Spoilt(
                            "an answer that needed PostgreSQL",
                            "questions failed for want of a store while PostgreSQL alone was held",
                            made -> made.asked.add(refusedWhileHeld("unavailable"))),
                    new Spoilt(
                            "[DONE] without its event",
                            "answers seen to be [DONE] have no finished event in Kafka",
                            made -> made.finished.removeFirst()),
                    new Spoilt(
                            "start without its event",
                            "answers seen to start have no admitted event in Kafka",
                            made -> made.admitted.remove(LEFT)),
                    new Spoilt(
                            "two truths",
                            "completions have finished events that differ",
                            made -> made.finished.add(event(DONE, "failed", 1, 1, true))),
                    new Spoilt(
                            "a dead letter",
                            "dead-letter topics hold events",
                            made -> made.dead = 1),
                    new Spoilt(
                            "[DONE] with a row that says otherwise",
                            "answers seen to be [DONE] have no ledger row 'finished'",
                            made -> made.ledger.set(0, row(DONE, "aborted", 0, 0, 0))),
                    new Spoilt(
                            "start without a row",
                            "answers seen to start have no ledger row, several, or an open one",
                            made -> made.ledger.removeLast()),
                    new Spoilt(
                            "admitted without a row",
                            "admitted questions have no ledger row, several, or an open one",
                            made -> made.admitted.add("cmp_unseen")),
                    new Spoilt(
                            "a row that stays open",
                            "ledger rows are open",
                            made -> made.ledger.add(row("cmp_unseen", "open", 0, 0, 0))),
                    new Spoilt(
                            "a row with another amount",
                            "ledger rows differ from the finished event",
                            made -> made.ledger.set(1, row(LEFT, "cancelled", 100, 0, 100))),
                    new Spoilt(
                            "a row above its ceiling",
                            "ledger rows are above their ceiling",
                            made -> made.ledger.set(2, row(DEAD, "aborted", 0, 0, 501))),
                    new Spoilt(
                            "a row twice",
                            "keys have more than one row in their table",
                            made -> made.audited.add(DONE)),
                    new Spoilt(
                            "an answer that the audit log lacks",
                            "finished events have no audit row, or the other way round",
                            made -> made.audited.remove(LEFT)),
                    new Spoilt(
                            "an answer that the history lacks",
                            "answers are missing in the history, or are in it without a text",
                            made -> made.history.remove(DONE)),
                    new Spoilt(
                            "a sum with one too many",
                            "daily costs differ from the sums of the ledger's true ends",
                            made -> made.costs.set(0, Map.entry(COST, new Sums(3, 200, 110, 20)))),
                    new Spoilt(
                            "an account that counts too little",
                            "limits in Redis count less than the ledger's true ends",
                            made -> made.slots.set(1, money(19))),
                    new Spoilt(
                            "a reservation that outlives its answer",
                            "ended completions still have something reserved in Redis",
                            made -> made.slots.set(0, tokensHeldBy(LEFT))),
                    new Spoilt(
                            "an answer that was too cheap",
                            "answers were charged less than the provider produced",
                            made -> made.calls.set(0, call("prompt 1", 51, "finished"))),
                    new Spoilt(
                            "a leaver who got away with it",
                            "cancelled answers were charged less than was received",
                            made -> made.calls.set(1, call("prompt 2", 200, "cancelled"))));

    @Test
    void aGoodRunBreaksNoRule() {
        assertThat(new MadeEvidence().broken()).isEmpty();
        assertThat(Checker.judge(new MadeEvidence().whole()))
                .allSatisfy(verdict -> assertThat(verdict.trials()).isPositive());
    }

    @TestFactory
    Stream<DynamicTest> noticesWhatIsSpoilt() {
        return CASES.stream()
                .map(spoilt -> DynamicTest.dynamicTest(spoilt.how(), () -> notices(spoilt)));
    }

    private static void notices(Spoilt spoilt) {
        var made = new MadeEvidence();
        spoilt.spoiling().accept(made);

        assertThat(made.broken()).contains(spoilt.rule());
    }

    @Test
    void everyRuleIsSpoiltOnce() {
        Set<String> rules = new HashSet<>();
        Checker.judge(new MadeEvidence().whole()).forEach(verdict -> rules.add(verdict.rule()));

        assertThat(CASES.stream().map(Spoilt::rule)).containsAll(rules);
    }

    @Test
    void anEmptiedRedisExcusesItsCounters() {
        var made = new MadeEvidence();
        made.slots.set(1, money(0));
        made.redisEmptied = true;

        assertThat(made.broken()).isEmpty();
    }

    @Test
    void showsTheTrialsBesideTheZero() {
        Verdict verdict = Checker.judge(new MadeEvidence().whole()).getFirst();

        assertThat(verdict.text()).contains("0 of 2 ");
    }

    private static Slot money(long used) {
        return new Slot("microdollars", "2026-11-24", "all", used, 0, Map.of());
    }

    private static Slot tokensHeldBy(String id) {
        return new Slot("tokens", "2026-11-24", "alice", 310, 50, Map.of(id, 50L));
    }

    private static Call call(String prompt, long produced, String outcome) {
        return new Call(
                prompt, produced, outcome, MadeEvidence.NOON, MadeEvidence.NOON.plusSeconds(1));
    }
}
