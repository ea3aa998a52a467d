package org.berea.search.meaning;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.berea.search.editions.Manifest;
import org.berea.search.editions.VectorSet;
import org.berea.search.engine.Engine;
import org.berea.search.engine.KeptInMemory;
import org.berea.search.engine.Snapshot;
import org.berea.search.links.CurrentCrossReferences;
import org.berea.search.links.VerseGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the tied vectors of every edition that serves and of every model that has embedded it, as
 * long as there are cross references; read from the index when one of these changes.
 */
public final class CurrentTiedVectors implements KeptInMemory {
    private static final Logger log = LoggerFactory.getLogger(CurrentTiedVectors.class);

    private final Engine engine;
    private final CurrentCrossReferences references;
    private volatile Loaded loaded = new Loaded(Optional.empty(), Map.of());

    public CurrentTiedVectors(Engine engine, CurrentCrossReferences references) {
        this.engine = engine;
        this.references = references;
    }

    /** Never waits; empty without cross references and for some seconds after a change. */
    public Optional<TiedVectors> of(VectorSet set) {
        return Optional.ofNullable(loaded.vectors().get(set));
    }

    /** Reads what is missing and lets go of what no longer serves. */
    @Override
    public synchronized void refresh() {
        VerseGraph graph = references.get().graph();
        Map<VectorSet, TiedVectors> known = loaded.of(graph);
        if (known.keySet().equals(wanted(engine.manifest(), graph))) {
            return;
        }
        try (Snapshot snapshot = engine.snapshot()) {
            var next = new HashMap<VectorSet, TiedVectors>();
            for (VectorSet set : wanted(snapshot.manifest(), graph)) {
                TiedVectors before = known.get(set);
                next.put(set, before == null ? read(set, graph, snapshot) : before);
            }
            loaded = new Loaded(Optional.of(graph), Map.copyOf(next));
        }
    }

    private static Set<VectorSet> wanted(Manifest manifest, VerseGraph graph) {
        return graph.isEmpty()
                ? Set.of()
                : manifest.editions().serving().stream()
                        .flatMap(
                                edition ->
                                        edition.models().keySet().stream()
                                                .map(model -> new VectorSet(edition.key(), model)))
                        .collect(Collectors.toSet());
    }

    private static TiedVectors read(VectorSet set, VerseGraph graph, Snapshot snapshot) {
        var vectors = new float[graph.size()][];
        snapshot.vectors(set, (verse, vector) -> vectors[graph.number(verse)] = vector);
        log.info("the vectors of {} by {} are tied", set.edition().label(), set.model());
        return TiedVectors.of(vectors, graph);
    }

    /**
     * @param graph what the vectors are tied by
     */
    private record Loaded(Optional<VerseGraph> graph, Map<VectorSet, TiedVectors> vectors) {
        /** Those that this graph ties; none when it is another. */
        Map<VectorSet, TiedVectors> of(VerseGraph now) {
            return graph.filter(it -> it == now).isPresent() ? vectors : Map.of();
        }
    }
}
