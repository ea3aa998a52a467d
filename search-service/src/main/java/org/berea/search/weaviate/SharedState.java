package org.berea.search.weaviate;

import static java.util.stream.Collectors.toMap;

import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.berea.search.engine.EngineAwayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A state that several instances keep together: the union of what each of them knows. Each writes
 * one object of its own, so that none overwrites what another has just added.
 */
public final class SharedState<S> {
    private static final Logger log = LoggerFactory.getLogger(SharedState.class);
    private static final String STATE = "state";

    /** A replica that lags behind may not know an object yet; one that was lost stays away. */
    private static final int MISSING_IS_LOST = 3;

    private final Weaviate weaviate;
    private final String collection;
    private final String ownId;
    private final Form<S> form;
    private Map<String, S> others = Map.of();
    private @Nullable S own;
    private int missing;
    private volatile @Nullable S union;

    /**
     * @param instance whose object it writes
     */
    public SharedState(Weaviate weaviate, String collection, String instance, Form<S> form) {
        this.weaviate = weaviate;
        this.collection = collection;
        this.ownId = Ids.of(instance);
        this.form = form;
    }

    /** What the state is like. */
    public interface Form<S> {
        S nothing();

        /** The same in whatever order and however often. */
        S union(S one, S other);

        String write(S state);

        /** What cannot be read, because another version of this program wrote it, is nothing. */
        S read(String written);
    }

    /**
     * What is known.
     *
     * @throws EngineAwayException before the server was reached for the first time
     */
    public S current() {
        S known = union;
        if (known == null) {
            throw new EngineAwayException("Weaviate has not been reached yet");
        }
        return known;
    }

    /** Whether the server has been reached since the start. */
    public boolean isKnown() {
        return union != null;
    }

    /** What this instance has added. */
    public synchronized S own() {
        return own == null ? form.nothing() : own;
    }

    /** Reads what other instances have added. */
    public void refresh() {
        if (union == null) {
            weaviate.collections().ensure(config());
        }
        take(
                weaviate.rows().all(Place.in(collection), STATE).stream()
                        .collect(toMap(Row::id, row -> form.read(row.text(STATE)))));
    }

    /** Makes a new state of this instance durable. */
    public synchronized void publish(S state) {
        Map<String, Object> properties = Map.of(STATE, form.write(state));
        WeaviateObject<Map<String, Object>> object =
                WeaviateObject.of(it -> it.uuid(ownId).properties(properties));
        weaviate.collections().ensure(config());
        weaviate.rows().store(Place.in(collection), List.of(object));
        own = state;
        missing = 0;
        unite();
    }

    private synchronized void take(Map<String, S> read) {
        var rest = new HashMap<>(read);
        S stored = rest.remove(ownId);
        others = rest;
        if (union == null) {
            own = stored;
        }
        missing = own == null || stored != null ? 0 : missing + 1;
        if (missing >= MISSING_IS_LOST) {
            log.error("Weaviate has lost {}; it is filled again from the events", collection);
            own = null;
            weaviate.collections().forget();
        }
        unite();
    }

    private void unite() {
        var all = new ArrayList<>(others.values());
        if (own != null) {
            all.add(own);
        }
        union = all.stream().reduce(form::union).orElseGet(form::nothing);
    }

    private CollectionConfig config() {
        return CollectionConfig.of(collection, it -> it.properties(Properties.stored(STATE)));
    }
}
