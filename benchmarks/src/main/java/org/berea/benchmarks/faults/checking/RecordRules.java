package org.berea.benchmarks.faults.checking;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What users may rely on while records cannot be read or written. */
final class RecordRules {
    static final List<Function<Evidence, Verdict>> ALL =
            List.of(
                    RecordRules::readOrSaidToBeAway,
                    RecordRules::awayWithPostgres,
                    RecordRules::answersWithoutPostgres);

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final Set<String> FOR_WANT_OF_A_STORE =
            Set.of("unrecorded", "unavailable", "overloaded", "timeout");

    private RecordRules() {}

    private static Verdict readOrSaidToBeAway(Evidence evidence) {
        var findings = new Findings();
        evidence.reads().stream()
                .filter(Read::isAnswered)
                .forEach(
                        read ->
                                findings.expect(
                                        read.status() == OK || read.status() == UNAVAILABLE,
                                        "%d at %s",
                                        read.status(),
                                        read.at()));
        return findings.of("looks at the history were answered by neither 200 nor 503");
    }

    private static Verdict awayWithPostgres(Evidence evidence) {
        var findings = new Findings();
        evidence.reads().stream()
                .filter(Read::isAnswered)
                .filter(read -> evidence.trouble().withoutPostgres(read.at(), read.endedAt()))
                .forEach(
                        read ->
                                findings.expect(
                                        read.status() == UNAVAILABLE,
                                        "%d at %s",
                                        read.status(),
                                        read.at()));
        return findings.of("looks at the history while PostgreSQL was held were no 503");
    }

    private static Verdict answersWithoutPostgres(Evidence evidence) {
        var findings = new Findings();
        evidence.asked().stream()
                .filter(asked -> evidence.trouble().withoutPostgres(asked.at(), asked.endedAt()))
                .filter(asked -> !evidence.trouble().onTheWay(asked.at(), asked.endedAt()))
                .filter(asked -> !evidence.trouble().ofRedis(asked.at(), asked.endedAt()))
                .forEach(
                        asked ->
                                findings.expect(
                                        !FOR_WANT_OF_A_STORE.contains(asked.error()),
                                        "%s, %s at %s",
                                        asked.id(),
                                        asked.error(),
                                        asked.endedAt()));
        return findings.of("questions failed for want of a store while PostgreSQL alone was held");
    }
}
