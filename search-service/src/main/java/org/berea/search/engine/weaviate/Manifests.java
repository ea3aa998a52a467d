package org.berea.search.engine.weaviate;

import java.util.HashSet;
import java.util.Set;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.EngineAwayException;
import org.berea.search.weaviate.SharedState;
import org.berea.search.weaviate.Weaviate;

/** What all search instances together know to be on the server. */
final class Manifests {
    private final Names names;
    private final SharedState<InstanceState> shared;

    Manifests(Weaviate weaviate, Names names, String instance) {
        this.names = names;
        this.shared =
                new SharedState<>(weaviate, names.manifests(), instance, new InstanceState.Form());
    }

    /**
     * What is known to be there.
     *
     * @throws EngineAwayException before the server was reached for the first time
     */
    Manifest current() {
        return shared.current().manifest();
    }

    /** Whether the server has been reached since the start. */
    boolean isKnown() {
        return shared.isKnown();
    }

    /** Reads what other instances have added. */
    void refresh() {
        shared.refresh();
    }

    /** Makes known which collections are about to be filled, before any of them is made. */
    void announce(Set<String> writing) {
        InstanceState before = shared.own();
        if (!before.writing().containsAll(writing)) {
            var all = new HashSet<>(before.writing());
            all.addAll(writing);
            shared.publish(new InstanceState(before.manifest(), all));
        }
    }

    /** Makes a new state durable: all that it names is stored. */
    void publish(Manifest manifest) {
        shared.publish(new InstanceState(manifest, Set.of()));
    }

    /** All collections that somebody needs, as far as was last read. */
    Set<String> needed() {
        InstanceState state = shared.current();
        var needed = new HashSet<>(names.all(state.manifest()));
        needed.addAll(state.writing());
        return needed;
    }
}
