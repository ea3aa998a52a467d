package org.berea.search.engine.weaviate;

import static org.berea.search.engine.weaviate.Connection.SCHEMA;

import io.weaviate.client6.v1.api.collections.CollectionConfig;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/** Makes collections when they are first needed, and deletes them. */
final class Collections {
    private final Connection connection;
    private final WeaviateSettings settings;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Collections(Connection connection, WeaviateSettings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** Whether this instance has seen the collection. */
    boolean knows(String collection) {
        return known.contains(collection);
    }

    /** Makes the collection unless it is there. */
    void ensure(CollectionConfig config) {
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
    List<String> list() {
        return connection.get(SCHEMA, client -> client.collections.list()).stream()
                .map(CollectionConfig::collectionName)
                .toList();
    }

    /** One that is not there is no error. */
    void delete(String collection) {
        known.remove(collection);
        connection.get(SCHEMA, client -> client.collections.delete(collection));
    }

    /** After a failure: perhaps the server has lost what it had. */
    void forget() {
        known.clear();
    }

    private CollectionConfig spread(CollectionConfig config) {
        return config.edit(
                copy -> {
                    copy.replication(each -> each.replicationFactor(settings.replication()));
                    return settings.shards() == 0
                            ? copy
                            : copy.sharding(each -> each.desiredCount(settings.shards()));
                });
    }
}
