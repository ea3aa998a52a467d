package org.berea.search.engine.weaviate;

import java.util.Optional;
import java.util.Set;
import org.berea.search.editions.Manifest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one search instance knows to be on the server.
 *
 * @param writing collections that it has begun to fill and that no manifest may name yet
 */
record InstanceState(Manifest manifest, Set<String> writing) {
    static final InstanceState NOTHING = new InstanceState(Manifest.EMPTY, Set.of());

    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    InstanceState {
        writing = Set.copyOf(writing);
    }

    /** Empty when another version of this program wrote it. */
    static Optional<InstanceState> read(String json) {
        try {
            return Optional.of(MAPPER.readValue(json, InstanceState.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    String write() {
        return MAPPER.writeValueAsString(this);
    }
}
