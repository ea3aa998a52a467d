package org.berea.search.weaviate;

import io.weaviate.client6.v1.api.WeaviateClientAsync;
import io.weaviate.client6.v1.api.collections.CollectionHandleAsync;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where objects are.
 *
 * @param tenant whose part of the collection; null for a collection that has no tenants
 */
public record Place(String collection, @Nullable String tenant) {
    /** A collection without tenants. */
    public static Place in(String collection) {
        return new Place(collection, null);
    }

    CollectionHandleAsync<Map<String, Object>> with(WeaviateClientAsync client) {
        return tenant == null
                ? client.collections.use(collection)
                // Not withTenant, which the next setting would make the client forget.
                : client.collections.use(collection, it -> it.tenant(tenant));
    }

    /** Without the tenant, who is a user. */
    @Override
    public String toString() {
        return collection;
    }
}
