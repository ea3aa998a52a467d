package org.berea.search.engine.weaviate;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.berea.search.analysis.Terms;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.Changes;
import org.berea.search.engine.Engine;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.weaviate.Parts.Part;
import org.berea.search.weaviate.Place;
import org.berea.search.weaviate.Weaviate;
import org.berea.search.weaviate.WeaviateSettings;

/**
 * Collections on a Weaviate server. The data of a commit is stored before the manifest that names
 * it, and storing again replaces: whoever dies in between leaves nothing that anyone sees.
 */
public final class WeaviateEngine implements Engine {
    private static final int ROUNDS_A_SWEEP = 5;

    private final Names names;
    private final Terms terms = Terms.all();
    private final Parts parts;
    private final Weaviate weaviate;
    private final Vocabularies vocabularies;
    private final Manifests manifests;
    private final Sweep sweep;

    /** Parts of the names of removed collections, which stay for searches that began before. */
    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    private int rounds;

    private WeaviateEngine(Weaviate weaviate, WeaviateSettings settings) {
        this.names = new Names(settings.prefix());
        this.parts = new Parts(names, terms);
        this.weaviate = weaviate;
        this.vocabularies = new Vocabularies(weaviate.rows());
        this.manifests = new Manifests(weaviate, names, settings.instance());
        this.sweep = new Sweep(weaviate.collections(), manifests, names, settings.grace());
    }

    /** Until the server has been reached there is no manifest. */
    public static WeaviateEngine open(Weaviate weaviate, WeaviateSettings settings) {
        var engine = new WeaviateEngine(weaviate, settings);
        weaviate.everySecond(engine::keep);
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
            weaviate.collections().forget();
            throw e;
        }
        // Only now: a search that began with the manifest before still needs them.
        changes.removed().forEach(each -> gone.add(names.part(each)));
    }

    @Override
    public Snapshot snapshot() {
        return new WeaviateSnapshot(
                weaviate.rows(), names, vocabularies, manifest(), Set.copyOf(gone));
    }

    @Override
    public void close() {
        vocabularies.close();
        terms.close();
    }

    private void store(Part part) {
        gone.stream().filter(part.name()::contains).forEach(this::beginAnew);
        weaviate.collections().ensure(part.collection());
        if (part.hasVectors()) {
            weaviate.storeVectors(Place.in(part.name()), part.objects());
        } else {
            weaviate.rows().store(Place.in(part.name()), part.objects());
        }
        vocabularies.forget(part.name());
    }

    /** What was removed comes again: without what is left of it. */
    private void beginAnew(String removed) {
        weaviate.collections().list().stream()
                .filter(each -> names.isOurs(each) && each.contains(removed))
                .forEach(weaviate.collections()::delete);
        gone.remove(removed);
    }

    /** Sees what other instances have done, and tidies up now and then. */
    private void keep() {
        manifests.refresh();
        Set<String> serving =
                manifest().editions().serving().stream()
                        .map(edition -> names.texts(edition.key()))
                        .collect(Collectors.toSet());
        serving.forEach(vocabularies::prepare);
        if (++rounds % ROUNDS_A_SWEEP == 0) {
            sweep.run();
        }
    }
}
