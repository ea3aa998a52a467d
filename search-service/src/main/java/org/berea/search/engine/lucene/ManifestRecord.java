package org.berea.search.engine.lucene;

import java.util.Map;
import java.util.Optional;
import org.berea.search.editions.Manifest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the manifest into a commit's user data, and reads it back. */
final class ManifestRecord {
    private static final String FORMAT = "format";
    private static final String MANIFEST = "manifest";

    /** Counted up when documents or manifest change their form; an older index is built anew. */
    private static final String CURRENT = "2";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private ManifestRecord() {}

    static Map<String, String> write(Manifest manifest) {
        return Map.of(FORMAT, CURRENT, MANIFEST, MAPPER.writeValueAsString(manifest));
    }

    /** Empty when another version of this program wrote it, or something is missing. */
    static Optional<Manifest> read(Map<String, String> data) {
        String text = data.get(MANIFEST);
        if (text == null || !CURRENT.equals(data.get(FORMAT))) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(text, Manifest.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
