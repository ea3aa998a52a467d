package org.berea.search.engine.weaviate;

import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.berea.search.analysis.Terms;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.Changes;
import org.berea.search.engine.Engine;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.weaviate.Parts.Part;

/**
 * Collections on a Weaviate server. The data of a commit is stored before the manifest that names
 * it, and storing again replaces: whoever dies in between leaves nothing that anyone sees.
 */
public final class WeaviateEngine implements Engine {
    private final Names names;
    private final Terms terms = Terms.all();
    private final Parts parts;
    private final Connection connection;
    private final Collections collections;
    private final Rows rows;
    private final Vocabularies vocabularies;
    private final Manifests manifests;
    private final Keeper keeper;
    private final List<WeaviateObject<Map<String, Object>>> markers;

    /** Parts of the names of removed collections, which stay for searches that began before. */
    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    private WeaviateEngine(WeaviateSettings settings) {
        this.names = new Names(settings.prefix());
        this.parts = new Parts(names, terms);
        this.connection = new Connection(settings);
        this.collections = new Collections(connection, settings);
        this.rows = new Rows(connection);
        this.markers = Settled.markers(settings.shards());
        this.vocabularies = new Vocabularies(rows);
        this.manifests = new Manifests(rows, collections, names, settings.instance());
        var sweep = new Sweep(collections, manifests, names, settings.grace());
        this.keeper = new Keeper(connection, this::refresh, sweep);
    }

    /**
     * Begins to look for the server, and goes on looking: it need not be there yet. Until it has
     * been, there is no manifest.
     */
    public static WeaviateEngine open(WeaviateSettings settings) {
        var engine = new WeaviateEngine(settings);
        engine.keeper.start();
        return engine;
    }

    @Override
    public Manifest manifest() {
        return manifests.current();
    }

    /** Whether the server has been reached since the start. */
    boolean isReached() {
        return manifests.isKnown();
    }

    @Override
    public synchronized void commit(Changes changes) {
        List<Part> all = parts.of(changes);
        try {
            manifests.announce(all.stream().map(Part::name).collect(Collectors.toSet()));
            all.forEach(this::store);
            manifests.publish(changes.manifest());
        } catch (RuntimeException e) {
            collections.forget();
            throw e;
        }
        // Only now: a search that began with the manifest before still needs them.
        changes.removed().forEach(each -> gone.add(names.part(each)));
    }

    @Override
    public Snapshot snapshot() {
        return new WeaviateSnapshot(rows, names, vocabularies, manifest(), Set.copyOf(gone));
    }

    @Override
    public void close() {
        keeper.close();
        vocabularies.close();
        connection.close();
        terms.close();
    }

    private void store(Part part) {
        gone.stream().filter(part.name()::contains).forEach(this::beginAnew);
        collections.ensure(part.collection());
        rows.store(part.name(), part.objects());
        if (part.hasVectors()) {
            rows.store(part.name(), markers);
        }
        vocabularies.forget(part.name());
    }

    /** What was removed comes again: without what is left of it. */
    private void beginAnew(String removed) {
        collections.list().stream()
                .filter(each -> names.isOurs(each) && each.contains(removed))
                .forEach(collections::delete);
        gone.remove(removed);
    }

    private void refresh() {
        manifests.refresh();
        Set<String> serving =
                manifest().editions().serving().stream()
                        .map(edition -> names.texts(edition.key()))
                        .collect(Collectors.toSet());
        serving.forEach(vocabularies::prepare);
    }
}
