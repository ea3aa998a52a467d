package org.berea.search.engine.weaviate;

import static java.util.stream.Collectors.toMap;

import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.EngineAwayException;
import org.berea.search.weaviate.Collections;
import org.berea.search.weaviate.Ids;
import org.berea.search.weaviate.Place;
import org.berea.search.weaviate.Properties;
import org.berea.search.weaviate.Row;
import org.berea.search.weaviate.Rows;
import org.berea.search.weaviate.Weaviate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of the store: the union of what each search instance knows. Each writes one object of
 * its own, so that none overwrites what another has just added.
 */
final class Manifests {
    private static final Logger log = LoggerFactory.getLogger(Manifests.class);
    private static final String STATE = "state";

    /** A replica that lags behind may not know an object yet; one that was lost stays away. */
    private static final int MISSING_IS_LOST = 3;

    private final Rows rows;
    private final Collections collections;
    private final Names names;
    private final String ownId;
    private Map<String, InstanceState> others = Map.of();
    private @Nullable InstanceState own;
    private int missing;
    private volatile @Nullable Manifest union;

    Manifests(Weaviate weaviate, Names names, String instance) {
        this.rows = weaviate.rows();
        this.collections = weaviate.collections();
        this.names = names;
        this.ownId = Ids.of(instance);
    }

    /**
     * What is known to be there.
     *
     * @throws EngineAwayException before the server was reached for the first time
     */
    Manifest current() {
        Manifest known = union;
        if (known == null) {
            throw new EngineAwayException("Weaviate has not been reached yet");
        }
        return known;
    }

    /** Whether the server has been reached since the start. */
    boolean isKnown() {
        return union != null;
    }

    /** Reads what other instances have added. */
    void refresh() {
        if (union == null) {
            collections.ensure(collection());
        }
        Map<String, InstanceState> read =
                rows.all(Place.in(names.manifests()), STATE).stream()
                        .collect(toMap(Row::id, Manifests::state));
        take(read);
    }

    /** Makes known which collections are about to be filled, before any of them is made. */
    synchronized void announce(Set<String> writing) {
        InstanceState before = own == null ? InstanceState.NOTHING : own;
        if (!before.writing().containsAll(writing)) {
            var all = new HashSet<>(before.writing());
            all.addAll(writing);
            write(new InstanceState(before.manifest(), all));
        }
    }

    /** Makes a new state durable: all that it names is stored. */
    synchronized void publish(Manifest manifest) {
        write(new InstanceState(manifest, Set.of()));
    }

    /** All collections that somebody needs, as far as was last read. */
    synchronized Set<String> needed() {
        var needed = new HashSet<>(names.all(current()));
        states().forEach(state -> needed.addAll(state.writing()));
        return needed;
    }

    private void write(InstanceState state) {
        Map<String, Object> properties = Map.of(STATE, state.write());
        WeaviateObject<Map<String, Object>> object =
                WeaviateObject.of(it -> it.uuid(ownId).properties(properties));
        collections.ensure(collection());
        rows.store(Place.in(names.manifests()), List.of(object));
        own = state;
        missing = 0;
        unite();
    }

    private synchronized void take(Map<String, InstanceState> read) {
        var rest = new HashMap<>(read);
        InstanceState stored = rest.remove(ownId);
        others = rest;
        if (union == null) {
            own = stored;
        }
        missing = own == null || stored != null ? 0 : missing + 1;
        if (missing >= MISSING_IS_LOST) {
            log.error("Weaviate has lost what it had; it is filled again from the events");
            own = null;
            collections.forget();
        }
        unite();
    }

    private void unite() {
        union =
                states().stream()
                        .map(InstanceState::manifest)
                        .reduce(Manifest::union)
                        .orElse(Manifest.EMPTY);
    }

    private Collection<InstanceState> states() {
        var all = new HashMap<>(others);
        if (own != null) {
            all.put(ownId, own);
        }
        return all.values();
    }

    private CollectionConfig collection() {
        return CollectionConfig.of(
                names.manifests(), it -> it.properties(Properties.stored(STATE)));
    }

    private static InstanceState state(Row row) {
        return InstanceState.read(row.text(STATE)).orElse(InstanceState.NOTHING);
    }
}
