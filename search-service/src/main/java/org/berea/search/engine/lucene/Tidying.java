package org.berea.search.engine.lucene;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges the index into one segment when an import or a model is whole, beside everything else: a
 * search by vectors then walks one graph rather than one for each segment, for half the work.
 */
final class Tidying implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Tidying.class);

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("index-tidying").daemon().factory());

    /**
     * @param merged what is to be done once they are merged
     */
    void begin(IndexWriter writer, Runnable merged) {
        thread.execute(
                () -> {
                    if (merge(writer)) {
                        merged.run();
                    }
                });
    }

    /** Does not wait; a merge ends early when its writer is closed. */
    @Override
    public void close() {
        thread.shutdown();
    }

    private static boolean merge(IndexWriter writer) {
        try {
            writer.forceMerge(1);
            return true;
        } catch (IOException | AlreadyClosedException e) {
            log.debug("the index stays in several segments for now", e);
            return false;
        }
    }
}
