package org.berea.search.engine.weaviate;

import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.util.Map;
import java.util.Objects;

/** An object that the server gave back. */
record Row(WeaviateObject<Map<String, Object>> object) {
    String id() {
        return object.uuid();
    }

    String text(String property) {
        return String.valueOf(object.properties().get(property));
    }

    /** How well it has the words; only where that was asked for. */
    double score() {
        return Objects.requireNonNull(object.queryMetadata().score());
    }

    /** How near its vector lies; only where that was asked for. */
    double cosine() {
        return 1 - Objects.requireNonNull(object.queryMetadata().distance());
    }
}
