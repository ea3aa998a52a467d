package org.berea.search.weaviate;

import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.util.Map;
import java.util.Objects;

/** An object that the server gave back. */
public record Row(WeaviateObject<Map<String, Object>> object) {
    public String id() {
        return object.uuid();
    }

    public String text(String property) {
        return String.valueOf(object.properties().get(property));
    }

    /** A number that every object of its collection has. */
    public long number(String property) {
        return ((Number) Objects.requireNonNull(object.properties().get(property))).longValue();
    }

    /** Whether the object has the property. */
    public boolean has(String property) {
        return object.properties().get(property) != null;
    }

    /** Its vector; only where that was asked for. */
    public float[] vector() {
        return object.vectors().getDefaultSingle();
    }

    /** How well it has the words; only where that was asked for. */
    public double score() {
        return Objects.requireNonNull(object.queryMetadata().score());
    }

    /** How near its vector lies; only where that was asked for. */
    public double cosine() {
        return 1 - Objects.requireNonNull(object.queryMetadata().distance());
    }
}
