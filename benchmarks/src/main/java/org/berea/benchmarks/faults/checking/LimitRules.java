package org.berea.benchmarks.faults.checking;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What Redis must have counted, and what must have been charged. */
final class LimitRules {
    static final List<Function<Evidence, Verdict>> ALL =
            List.of(
                    LimitRules::spentIsCounted,
                    LimitRules::endedHoldNothing,
                    LimitRules::producedIsCharged,
                    LimitRules::receivedIsCharged);

    /** What may be on its way when a client leaves. */
    private static final long IN_FLIGHT = 24;

    private static final String MONEY = "microdollars";
    private static final String ALL_ACCOUNTS = "all";

    private LimitRules() {}

    private static Verdict spentIsCounted(Evidence evidence) {
        var findings = new Findings();
        if (!evidence.trouble().redisEmptied()) {
            for (Slot slot : evidence.slots()) {
                long spent = spent(evidence, slot);
                findings.expect(
                        slot.used() + slot.reserved() >= spent,
                        "%s %s %s: used %d + reserved %d, ledger %d",
                        slot.unit(),
                        slot.day(),
                        slot.account(),
                        slot.used(),
                        slot.reserved(),
                        spent);
            }
        }
        return findings.of("limits in Redis count less than the ledger's true ends");
    }

    private static long spent(Evidence evidence, Slot slot) {
        boolean money = slot.unit().equals(MONEY);
        return evidence.ledger().stream()
                .filter(Row::isTrue)
                .filter(row -> money || !row.isOfFreeModel())
                .filter(row -> row.day().equals(slot.day()))
                .filter(row -> money || row.subject().equals(slot.account()))
                .filter(_ -> !money || slot.account().equals(ALL_ACCOUNTS))
                .mapToLong(row -> money ? row.costMicros() : row.tokens())
                .sum();
    }

    private static Verdict endedHoldNothing(Evidence evidence) {
        Set<String> holding =
                evidence.slots().stream()
                        .flatMap(slot -> slot.grants().keySet().stream())
                        .collect(toSet());
        Map<String, Asked> asked = asked(evidence);
        var findings = new Findings();
        for (Event event : evidence.finished()) {
            Asked question = asked.get(event.id());
            boolean excused =
                    question == null
                            || evidence.trouble().ofRedis(question.at(), event.finishedAt());
            if (!excused) {
                findings.expect(
                        !holding.contains(event.id()),
                        "%s, ended at %s",
                        event.id(),
                        event.finishedAt());
            }
        }
        return findings.of("ended completions still have something reserved in Redis");
    }

    private static Verdict producedIsCharged(Evidence evidence) {
        var findings = new Findings();
        forEachMatch(
                evidence,
                "finished",
                (call, row) ->
                        findings.expect(
                                !row.state().equals("finished")
                                        || row.completionTokens() >= call.producedTokens(),
                                "%s: charged %d, produced %d",
                                row.id(),
                                row.completionTokens(),
                                call.producedTokens()));
        return findings.of("answers were charged less than the provider produced");
    }

    private static Verdict receivedIsCharged(Evidence evidence) {
        var findings = new Findings();
        forEachMatch(
                evidence,
                "cancelled",
                (call, row) ->
                        findings.expect(
                                row.completionTokens() >= call.producedTokens() / 2 - IN_FLIGHT,
                                "%s: charged %d, produced %d until it was cancelled",
                                row.id(),
                                row.completionTokens(),
                                call.producedTokens()));
        return findings.of("cancelled answers were charged less than was received");
    }

    private interface Match {
        void of(Call call, Row row);
    }

    /** The only call for a question that was asked once, if nothing on the way was hurt. */
    private static void forEachMatch(Evidence evidence, String outcome, Match match) {
        Map<String, List<Asked>> byPrompt =
                evidence.asked().stream().collect(groupingBy(Asked::prompt));
        Map<String, List<Call>> calls = evidence.calls().stream().collect(groupingBy(Call::prompt));
        Map<String, Row> rows =
                evidence.ledger().stream()
                        .filter(Row::isTrue)
                        .collect(toMap(Row::id, identity(), (first, _) -> first));
        byPrompt.forEach(
                (prompt, questions) -> {
                    Row row = rows.get(questions.getFirst().id());
                    List<Call> made = calls.getOrDefault(prompt, List.of());
                    if (questions.size() == 1 && row != null && isClear(evidence, made, outcome)) {
                        match.of(made.getFirst(), row);
                    }
                });
    }

    private static boolean isClear(Evidence evidence, List<Call> made, String outcome) {
        return made.size() == 1
                && made.getFirst().outcome().equals(outcome)
                && !evidence.trouble().onTheWay(made.getFirst().at(), made.getFirst().endedAt());
    }

    private static Map<String, Asked> asked(Evidence evidence) {
        return evidence.asked().stream()
                .filter(asked -> !asked.id().isEmpty())
                .collect(toMap(Asked::id, identity(), (first, _) -> first));
    }
}
