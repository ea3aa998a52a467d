package org.berea.search.links;

import java.util.Optional;
import org.berea.search.editions.LinkImport;
import org.berea.search.engine.Engine;
import org.berea.search.engine.KeptInMemory;
import org.berea.search.engine.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the newest whole import of cross references, read from the index when it changes. */
public final class CurrentCrossReferences implements KeptInMemory {
    private static final Logger log = LoggerFactory.getLogger(CurrentCrossReferences.class);

    private final Engine engine;
    private volatile Loaded loaded = Loaded.NOTHING;

    public CurrentCrossReferences(Engine engine) {
        this.engine = engine;
    }

    /** Never waits; none until some are loaded. */
    public CrossReferences get() {
        return loaded.references();
    }

    /** Loads them when others serve now than those that are loaded. */
    @Override
    public synchronized void refresh() {
        if (serves(engine.manifest().links().serving())) {
            return;
        }
        try (Snapshot snapshot = engine.snapshot()) {
            loaded =
                    snapshot.manifest()
                            .links()
                            .serving()
                            .map(it -> load(it, snapshot))
                            .orElse(Loaded.NOTHING);
        }
    }

    private boolean serves(Optional<LinkImport> now) {
        return now.map(LinkImport::importId).orElse("").equals(loaded.importId());
    }

    private static Loaded load(LinkImport serving, Snapshot snapshot) {
        var references = CrossReferences.of(serving.source(), snapshot.links(serving.importId()));
        log.info("{} cross references of {} are loaded", references.size(), serving.source());
        return new Loaded(serving.importId(), references);
    }

    private record Loaded(String importId, CrossReferences references) {
        private static final Loaded NOTHING = new Loaded("", CrossReferences.NONE);
    }
}
