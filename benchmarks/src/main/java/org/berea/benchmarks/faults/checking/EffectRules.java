package org.berea.benchmarks.faults.checking;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What events must have led to, and how often. */
final class EffectRules {
    static final List<Function<Evidence, Verdict>> ALL =
            List.of(
                    EffectRules::noRowTwice,
                    EffectRules::auditIsWhole,
                    EffectRules::historyIsWhole,
                    EffectRules::costsAddUp);

    private EffectRules() {}

    private static Verdict noRowTwice(Evidence evidence) {
        var findings = new Findings();
        expectOnce(findings, "usage_ledger", evidence.ledger().stream().map(Row::id));
        expectOnce(findings, "audit_log", evidence.audited().stream());
        expectOnce(findings, "reading_history", evidence.history().stream());
        expectOnce(findings, "daily_cost", evidence.costs().stream().map(Map.Entry::getKey));
        return findings.of("keys have more than one row in their table");
    }

    private static void expectOnce(Findings findings, String table, Stream<?> keys) {
        keys.collect(groupingBy(identity(), counting()))
                .forEach(
                        (key, count) ->
                                findings.expect(count == 1, "%s: %d of %s", table, count, key));
    }

    private static Verdict auditIsWhole(Evidence evidence) {
        Set<String> audited = new HashSet<>(evidence.audited());
        Set<String> published = evidence.finished().stream().map(Event::id).collect(toSet());
        var findings = new Findings();
        for (String id : union(audited, published)) {
            findings.expect(
                    audited.contains(id) && published.contains(id),
                    "%s: published %b, in the audit log %b",
                    id,
                    published.contains(id),
                    audited.contains(id));
        }
        return findings.of("finished events have no audit row, or the other way round");
    }

    private static Verdict historyIsWhole(Evidence evidence) {
        Set<String> remembered = new HashSet<>(evidence.history());
        Set<String> answered =
                evidence.finished().stream()
                        .filter(Event::answered)
                        .map(Event::id)
                        .collect(toSet());
        Set<String> published = evidence.finished().stream().map(Event::id).collect(toSet());
        var findings = new Findings();
        for (String id : union(remembered, published)) {
            findings.expect(
                    answered.contains(id) == remembered.contains(id),
                    "%s: answered %b, in the history %b",
                    id,
                    answered.contains(id),
                    remembered.contains(id));
        }
        return findings.of("answers are missing in the history, or are in it without a text");
    }

    private static Verdict costsAddUp(Evidence evidence) {
        Map<Row.CostKey, Sums> ledger =
                evidence.ledger().stream()
                        .filter(Row::isTrue)
                        .collect(
                                groupingBy(
                                        Row::cost, reducing(Sums.NOTHING, Sums::of, Sums::plus)));
        Map<Row.CostKey, Sums> rollup =
                evidence.costs().stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Sums::plus));
        var findings = new Findings();
        for (Row.CostKey key : union(ledger.keySet(), rollup.keySet())) {
            Sums told = rollup.getOrDefault(key, Sums.NOTHING);
            Sums right = ledger.getOrDefault(key, Sums.NOTHING);
            findings.expect(told.equals(right), "%s: %s, ledger %s", key, told, right);
        }
        return findings.of("daily costs differ from the sums of the ledger's true ends");
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
