package org.berea.search.weaviate;

import static org.berea.search.weaviate.Connection.SCHEMA;

import io.weaviate.client6.v1.api.WeaviateClientAsync;
import io.weaviate.client6.v1.api.collections.CollectionConfig;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/** Makes collections when they are first needed, and deletes them. */
public final class Collections {
    private final Connection connection;
    private final WeaviateSettings settings;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Collections(Connection connection, WeaviateSettings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** Makes the collection unless it is there. */
    public void ensure(CollectionConfig config) {
        String name = config.collectionName();
        if (known.contains(name)) {
            return;
        }
        try {
            connection.ask(SCHEMA, client -> client.collections.create(spread(config))).join();
        } catch (CompletionException e) {
            if (!Failures.isAlreadyThere(e)) {
                throw Failures.away(e);
            }
        }
        known.add(name);
    }

    /** All on the server, also those of others. */
    public List<String> list() {
        return connection.get(SCHEMA, client -> client.collections.list()).stream()
                .map(CollectionConfig::collectionName)
                .toList();
    }

    /** One that is not there is no error. */
    public void delete(String collection) {
        known.remove(collection);
        connection.get(SCHEMA, client -> client.collections.delete(collection));
    }

    /** Deletes what a tenant has, with its files; one that is not there is no error. */
    public void deleteTenant(String collection, String tenant) {
        connection.get(SCHEMA, client -> delete(client, collection, tenant));
    }

    /** After a failure: perhaps the server has lost what it had. */
    public void forget() {
        known.clear();
    }

    private static CompletableFuture<Void> delete(
            WeaviateClientAsync client, String collection, String tenant) {
        try {
            return client.collections.use(collection).tenants.delete(tenant);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CollectionConfig spread(CollectionConfig config) {
        return config.edit(
                copy -> {
                    copy.replication(each -> each.replicationFactor(settings.replication()));
                    return isCut(config)
                            ? copy.sharding(each -> each.desiredCount(settings.shards()))
                            : copy;
                });
    }

    /** Tenants are the shards of a collection that has some. */
    private boolean isCut(CollectionConfig config) {
        return settings.shards() != 0 && config.multiTenancy() == null;
    }
}
