package org.berea.search.engine.weaviate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.berea.search.weaviate.Place;
import org.berea.search.weaviate.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vocabularies of the collections of texts, each counted once, apart from the search. */
final class Vocabularies implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Vocabularies.class);

    /** So long a first search waits for the count of a whole Bible; then it goes on without. */
    private static final long WAIT_MILLIS = 1_000;

    private final Rows rows;
    private final ExecutorService counting = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<Vocabulary>> counted = new ConcurrentHashMap<>();

    Vocabularies(Rows rows) {
        this.rows = rows;
    }

    /** The vocabulary of a collection of texts, or an unknown one when that takes too long. */
    Vocabulary of(String collection) {
        return prepare(collection)
                .copy()
                .completeOnTimeout(Vocabulary.UNKNOWN, WAIT_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(_ -> Vocabulary.UNKNOWN)
                .join();
    }

    /** Begins to count, unless that has been done. */
    CompletableFuture<Vocabulary> prepare(String collection) {
        var count =
                counted.computeIfAbsent(
                        collection,
                        name -> CompletableFuture.supplyAsync(() -> count(name), counting));
        if (count.isCompletedExceptionally()) {
            counted.remove(collection, count);
        }
        return count;
    }

    /** Its texts have changed. */
    void forget(String collection) {
        counted.remove(collection);
    }

    /** Forgets all but these. */
    void keep(Set<String> collections) {
        counted.keySet().retainAll(collections);
    }

    @Override
    public void close() {
        counting.shutdownNow();
    }

    private Vocabulary count(String collection) {
        try {
            List<String> texts =
                    rows.all(Place.in(collection), Texts.TERMS).stream()
                            .map(row -> row.text(Texts.TERMS))
                            .toList();
            return Vocabulary.of(texts);
        } catch (RuntimeException e) {
            log.warn("the terms of {} cannot be counted now", collection, e);
            throw e;
        }
    }
}
