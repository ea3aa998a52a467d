package org.berea.search.engine.weaviate;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.berea.search.weaviate.Collections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes collections that nobody needs any more, some time after that was noticed first: searches
 * that began before may still use them. Not thread-safe.
 */
final class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final Collections collections;
    private final Manifests manifests;
    private final Names names;
    private final Duration grace;
    private final Map<String, Long> unneededSince = new HashMap<>();

    Sweep(Collections collections, Manifests manifests, Names names, Duration grace) {
        this.collections = collections;
        this.manifests = manifests;
        this.names = names;
        this.grace = grace;
    }

    void run() {
        // In this order: whoever makes a collection says so before.
        List<String> there = collections.list().stream().filter(names::isOurs).toList();
        manifests.refresh();
        var unneeded = new HashSet<>(there);
        unneeded.removeAll(manifests.needed());
        unneededSince.keySet().retainAll(unneeded);
        unneeded.forEach(each -> unneededSince.putIfAbsent(each, System.nanoTime()));
        unneeded.stream().filter(this::isOver).forEach(this::delete);
    }

    private boolean isOver(String collection) {
        long since = unneededSince.getOrDefault(collection, System.nanoTime());
        return System.nanoTime() - since >= grace.toNanos();
    }

    private void delete(String collection) {
        collections.delete(collection);
        unneededSince.remove(collection);
        log.info("{} was no longer needed and is deleted", collection);
    }
}
