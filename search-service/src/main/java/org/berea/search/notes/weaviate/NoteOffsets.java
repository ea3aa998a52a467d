package org.berea.search.notes.weaviate;

import java.util.HashMap;
import java.util.Map;
import org.berea.search.weaviate.SharedState;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How far all instances together have read the topic: as far as one of them has. */
final class NoteOffsets implements SharedState.Form<Map<Integer, Long>> {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<Integer, Long>> OFFSETS = new TypeReference<>() {};

    @Override
    public Map<Integer, Long> nothing() {
        return Map.of();
    }

    @Override
    public Map<Integer, Long> union(Map<Integer, Long> one, Map<Integer, Long> other) {
        var all = new HashMap<>(one);
        other.forEach((partition, offset) -> all.merge(partition, offset, Math::max));
        return Map.copyOf(all);
    }

    @Override
    public String write(Map<Integer, Long> offsets) {
        return MAPPER.writeValueAsString(offsets);
    }

    @Override
    public Map<Integer, Long> read(String written) {
        try {
            return Map.copyOf(MAPPER.readValue(written, OFFSETS));
        } catch (JacksonException e) {
            return Map.of();
        }
    }
}
