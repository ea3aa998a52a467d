package org.berea.benchmarks.faults.checking;

import java.util.List;
import java.util.function.Function;

/** What clients may rely on. */
final class StreamRules {
    static final List<Function<Evidence, Verdict>> ALL =
            List.of(
                    StreamRules::noCleanEndWithoutAnEnd,
                    StreamRules::noEndTwice,
                    StreamRules::noEndlessSilence);

    private StreamRules() {}

    private static Verdict noCleanEndWithoutAnEnd(Evidence evidence) {
        var findings = new Findings();
        evidence.asked().stream()
                .filter(asked -> asked.started() || asked.end().equals("clean"))
                .filter(asked -> !asked.end().equals("left"))
                .forEach(
                        asked ->
                                findings.expect(
                                        !asked.end().equals("clean"),
                                        "question %d, %s",
                                        asked.number(),
                                        asked.id()));
        return findings.of("answers ended cleanly without [DONE] or error");
    }

    private static Verdict noEndTwice(Evidence evidence) {
        var findings = new Findings();
        evidence.asked().stream()
                .filter(Asked::started)
                .forEach(
                        asked ->
                                findings.expect(
                                        !asked.end().equals("both"),
                                        "question %d, %s",
                                        asked.number(),
                                        asked.id()));
        return findings.of("answers had both an error and [DONE]");
    }

    private static Verdict noEndlessSilence(Evidence evidence) {
        var findings = new Findings();
        for (Asked asked : evidence.asked()) {
            findings.expect(
                    !asked.end().equals("silent") && !asked.end().isEmpty(),
                    "question %d, %s",
                    asked.number(),
                    asked.id());
        }
        return findings.of("questions had no end of any kind within their limit");
    }
}
