package org.berea.benchmarks.faults.checking;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the ledger must hold. */
final class LedgerRules {
    static final List<Function<Evidence, Verdict>> ALL =
            List.of(
                    LedgerRules::doneIsFinished,
                    LedgerRules::startHasOneEnd,
                    LedgerRules::admittedHasOneEnd,
                    LedgerRules::noneIsOpen,
                    LedgerRules::truthStands,
                    LedgerRules::withinTheCeiling);

    private LedgerRules() {}

    private static Verdict doneIsFinished(Evidence evidence) {
        Map<String, List<Row>> rows = rows(evidence);
        var findings = new Findings();
        evidence.asked().stream()
                .filter(Asked::isDone)
                .forEach(
                        asked ->
                                findings.expect(
                                        states(rows, asked.id()).equals(List.of("finished")),
                                        "%s has %s",
                                        asked.id(),
                                        states(rows, asked.id())));
        return findings.of("answers seen to be [DONE] have no ledger row 'finished'");
    }

    private static Verdict startHasOneEnd(Evidence evidence) {
        Map<String, List<Row>> rows = rows(evidence);
        var findings = new Findings();
        evidence.asked().stream()
                .filter(Asked::started)
                .forEach(asked -> expectOneEnd(findings, rows, asked.id()));
        return findings.of("answers seen to start have no ledger row, several, or an open one");
    }

    private static Verdict admittedHasOneEnd(Evidence evidence) {
        Map<String, List<Row>> rows = rows(evidence);
        var findings = new Findings();
        evidence.admitted().forEach(id -> expectOneEnd(findings, rows, id));
        return findings.of("admitted questions have no ledger row, several, or an open one");
    }

    private static void expectOneEnd(Findings findings, Map<String, List<Row>> rows, String id) {
        List<Row> own = rows.getOrDefault(id, List.of());
        findings.expect(
                own.size() == 1 && !own.getFirst().isOpen(), "%s has %s", id, states(rows, id));
    }

    private static Verdict noneIsOpen(Evidence evidence) {
        var findings = new Findings();
        for (Row row : evidence.ledger()) {
            findings.expect(!row.isOpen(), "%s", row.id());
        }
        return findings.of("ledger rows are open");
    }

    private static Verdict truthStands(Evidence evidence) {
        Map<String, List<Row>> rows = rows(evidence);
        Map<String, Event> events =
                evidence.finished().stream()
                        .collect(toMap(Event::id, identity(), (first, _) -> first));
        var findings = new Findings();
        events.forEach(
                (id, event) -> {
                    List<Row> own = rows.getOrDefault(id, List.of());
                    boolean right = own.stream().anyMatch(row -> isAsTold(row, event));
                    findings.expect(right, "%s has %s, told %s", id, own, event);
                });
        return findings.of("ledger rows differ from the finished event");
    }

    private static boolean isAsTold(Row row, Event event) {
        return row.state().equals(event.outcome())
                && row.promptTokens() == event.promptTokens()
                && row.completionTokens() == event.completionTokens()
                && row.costMicros() == event.costMicros();
    }

    private static Verdict withinTheCeiling(Evidence evidence) {
        var findings = new Findings();
        evidence.ledger().stream()
                .filter(row -> row.ceilingTokens() >= 0)
                .forEach(row -> findings.expect(isWithinTheCeiling(row), "%s", row));
        return findings.of("ledger rows are above their ceiling");
    }

    /** Tokens of the built-in model are told, but neither limited nor paid. */
    private static boolean isWithinTheCeiling(Row row) {
        boolean tokens = row.isOfFreeModel() || row.chargedTokens() <= row.ceilingTokens();
        return tokens && row.costMicros() <= row.ceilingMicros();
    }

    private static List<String> states(Map<String, List<Row>> rows, String id) {
        return rows.getOrDefault(id, List.of()).stream().map(Row::state).toList();
    }

    private static Map<String, List<Row>> rows(Evidence evidence) {
        return evidence.ledger().stream().collect(groupingBy(Row::id));
    }
}
