package org.berea.search.editions;

import java.util.Map;
import org.berea.contracts.search.Translation;

/**
 * The import that serves a translation now.
 *
 * @param models the models whose vectors of it are all there, each with the dimension of its
 *     vectors; while there is none, search is lexical only
 */
public record Edition(EditionKey key, Translation translation, Map<String, Integer> models) {
    public Edition {
        models = Map.copyOf(models);
    }

    public String code() {
        return translation.code();
    }

    /** Whether it can be searched by vectors at all. */
    public boolean embedded() {
        return !models.isEmpty();
    }

    /** Whether it can be searched by this model's vectors. */
    public boolean embeddedBy(String model) {
        return models.containsKey(model);
    }
}
