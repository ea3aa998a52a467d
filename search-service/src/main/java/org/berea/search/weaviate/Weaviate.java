package org.berea.search.weaviate;

import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.util.List;
import java.util.Map;

/** One server or cluster, as the stores of this service use it. */
public final class Weaviate implements AutoCloseable {
    private final Connection connection;
    private final Keeper keeper;
    private final Collections collections;
    private final Rows rows;
    private final List<WeaviateObject<Map<String, Object>>> markers;

    private Weaviate(WeaviateSettings settings) {
        this.connection = new Connection(settings);
        this.keeper = new Keeper(connection);
        this.collections = new Collections(connection, settings);
        this.rows = new Rows(connection);
        this.markers = Settled.markers(settings.shards());
    }

    /** Begins to look for the server, and goes on looking: it need not be there yet. */
    public static Weaviate open(WeaviateSettings settings) {
        var weaviate = new Weaviate(settings);
        weaviate.keeper.start();
        return weaviate;
    }

    public Collections collections() {
        return collections;
    }

    public Rows rows() {
        return rows;
    }

    /** Stores objects with vectors, so that a server which is killed does not forget any. */
    public void storeVectors(Place place, List<WeaviateObject<Map<String, Object>>> objects) {
        rows.store(place, objects);
        rows.store(place, markers);
    }

    /**
     * Has something done every second while the server is there. When it fails with an {@link
     * org.berea.search.engine.EngineAwayException}, the server is looked for anew.
     */
    public void everySecond(Runnable task) {
        keeper.everySecond(task);
    }

    @Override
    public void close() {
        keeper.close();
        connection.close();
    }
}
