package org.berea.benchmarks.faults.checking;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What must have been published. */
final class EventRules {
    static final List<Function<Evidence, Verdict>> ALL =
            List.of(
                    EventRules::doneIsPublished,
                    EventRules::startIsPublished,
                    EventRules::copiesSayTheSame,
                    EventRules::nothingIsDead);

    private EventRules() {}

    private static Verdict doneIsPublished(Evidence evidence) {
        Set<String> finished =
                evidence.finished().stream()
                        .filter(event -> event.outcome().equals("finished"))
                        .map(Event::id)
                        .collect(toSet());
        var findings = new Findings();
        evidence.asked().stream()
                .filter(Asked::isDone)
                .forEach(
                        asked ->
                                findings.expect(
                                        finished.contains(asked.id()),
                                        "%s, done at %s",
                                        asked.id(),
                                        asked.endedAt()));
        return findings.of("answers seen to be [DONE] have no finished event in Kafka");
    }

    private static Verdict startIsPublished(Evidence evidence) {
        var findings = new Findings();
        evidence.asked().stream()
                .filter(Asked::started)
                .forEach(
                        asked ->
                                findings.expect(
                                        evidence.admitted().contains(asked.id()),
                                        "%s, asked at %s",
                                        asked.id(),
                                        asked.at()));
        return findings.of("answers seen to start have no admitted event in Kafka");
    }

    private static Verdict copiesSayTheSame(Evidence evidence) {
        Map<String, List<Event>> byId = evidence.finished().stream().collect(groupingBy(Event::id));
        var findings = new Findings();
        byId.forEach(
                (id, copies) ->
                        findings.expect(
                                copies.stream().distinct().count() == 1, "%s has %s", id, copies));
        return findings.of("completions have finished events that differ");
    }

    private static Verdict nothingIsDead(Evidence evidence) {
        var findings = new Findings();
        evidence.deadLetters()
                .forEach((topic, count) -> findings.expect(count == 0, "%s: %d", topic, count));
        return findings.of("dead-letter topics hold events");
    }
}
