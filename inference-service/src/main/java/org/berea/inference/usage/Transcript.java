package org.berea.inference.usage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Notice;
import org.berea.inference.safeguards.Notices;

/** What was sent of one answer so far. */
public final class Transcript {
    private final List<AnswerEvent> events = new ArrayList<>();

    /** Takes note of an event on its way out. */
    synchronized void note(AnswerEvent event) {
        events.add(event);
    }

    public synchronized List<AnswerEvent> events() {
        return List.copyOf(events);
    }

    /** Whether the last thing said is how it ended. */
    synchronized boolean isWhole() {
        return !events.isEmpty()
                && (events.getLast() instanceof AnswerEvent.Done
                        || events.getLast() instanceof AnswerEvent.Failed);
    }

    String text() {
        var text = new StringBuilder();
        for (AnswerEvent event : events()) {
            if (event instanceof AnswerEvent.Token(var token)) {
                text.append(token);
            }
        }
        return text.toString();
    }

    List<String> references() {
        Set<String> references = new LinkedHashSet<>();
        for (AnswerEvent event : events()) {
            if (event instanceof AnswerEvent.Cited(var citation)) {
                references.add(citation.ref());
            }
        }
        return List.copyOf(references);
    }

    List<Notice> notices() {
        var notices = new ArrayList<Notice>();
        for (AnswerEvent event : events()) {
            if (event instanceof AnswerEvent.Noticed(var notice)) {
                notices.add(notice);
            }
        }
        return notices;
    }

    List<Degradation> degraded() {
        Set<Degradation> degraded = new LinkedHashSet<>();
        for (AnswerEvent event : events()) {
            if (event instanceof AnswerEvent.Sources(_, var steps)) {
                degraded.addAll(steps);
            }
        }
        notices().stream()
                .flatMap(notice -> Notices.stepIn(notice).stream())
                .forEach(degraded::add);
        return List.copyOf(degraded);
    }
}
