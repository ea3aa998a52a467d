package org.berea.inference.caching;

import java.util.List;
import org.berea.contracts.completion.AnswerEvent;

/**
 * A whole answer, as it was sent.
 *
 * @param events sources, citations and tokens; what belongs to each asker is not among them
 */
public record CachedAnswer(List<AnswerEvent> events) {
    public CachedAnswer {
        events = List.copyOf(events);
    }
}
