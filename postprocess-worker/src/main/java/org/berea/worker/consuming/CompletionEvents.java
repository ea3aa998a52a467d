package org.berea.worker.consuming;

import java.util.Optional;
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
    static final String FINISHED = "completion.finished.v1";

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
    Optional<CompletionFinished> read(byte[] json) {
        try {
            JsonNode event = tolerant.readTree(json);
            return event.path("type").asString("").equals(FINISHED)
                    ? Optional.of(tolerant.treeToValue(event, CompletionFinished.class))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            throw new PoisonEvent(e);
        }
    }
}
