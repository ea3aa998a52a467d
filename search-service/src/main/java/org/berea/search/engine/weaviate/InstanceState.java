package org.berea.search.engine.weaviate;

import java.util.HashSet;
import java.util.Set;
import org.berea.search.editions.Manifest;
import org.berea.search.weaviate.SharedState;
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

    InstanceState {
        writing = Set.copyOf(writing);
    }

    /** How it is united and kept. */
    static final class Form implements SharedState.Form<InstanceState> {
        private static final JsonMapper MAPPER =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();

        @Override
        public InstanceState nothing() {
            return NOTHING;
        }

        @Override
        public InstanceState union(InstanceState one, InstanceState other) {
            var writing = new HashSet<>(one.writing());
            writing.addAll(other.writing());
            return new InstanceState(one.manifest().union(other.manifest()), writing);
        }

        @Override
        public String write(InstanceState state) {
            return MAPPER.writeValueAsString(state);
        }

        @Override
        public InstanceState read(String written) {
            try {
                return MAPPER.readValue(written, InstanceState.class);
            } catch (JacksonException e) {
                return NOTHING;
            }
        }
    }
}
