package org.berea.worker.consuming;

import java.util.Optional;
import java.util.Set;
import org.berea.contracts.event.CompletionAdmitted;
import org.berea.contracts.event.CompletionEvent;
import org.berea.contracts.event.CompletionFinished;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events of the completions topic as later versions may write them: fields that are not known
 * are ignored, events that are not known are skipped.
 */
@Component
final class CompletionEvents {
    private static final String ADMITTED = "completion.admitted.v1";
    private static final String FINISHED = "completion.finished.v1";
    private static final Set<String> KNOWN = Set.of(ADMITTED, FINISHED);

    private final JsonMapper tolerant;

    CompletionEvents(JsonMapper mapper) {
        tolerant =
                mapper.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /**
     * The event, or empty for one of another type.
     *
     * @throws PoisonEvent when it is no event at all, or one that breaks its contract
     */
    Optional<CompletionEvent> read(byte[] json) {
        try {
            JsonNode event = tolerant.readTree(json);
            return KNOWN.contains(event.path("type").asString(""))
                    ? Optional.of(tolerant.treeToValue(event, CompletionEvent.class))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            throw new PoisonEvent(e);
        }
    }

    /** What tells an event from all others, however often it is delivered. */
    static String keyOf(CompletionEvent event) {
        String type =
                switch (event) {
                    case CompletionAdmitted _ -> ADMITTED;
                    case CompletionFinished _ -> FINISHED;
                };
        return type + ":" + event.completionId();
    }
}
