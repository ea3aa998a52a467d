package org.berea.search.engine;

import org.berea.search.editions.Manifest;

/** Keeps text and vectors of imports durably and gives consistent views of them. Thread-safe. */
public interface Engine extends AutoCloseable {
    /**
     * The manifest of the last commit; empty for an index that was just made.
     *
     * @throws EngineAwayException when the store has not been reached since the start
     */
    Manifest manifest();

    /**
     * Makes all changes durable and visible as one. A process that dies in the middle leaves the
     * state before; so does a failure, after which the same changes may be tried again.
     *
     * @throws java.io.UncheckedIOException when they cannot be stored
     */
    void commit(Changes changes);

    /**
     * A view that later commits do not change: what its manifest names can be searched until it is
     * closed, or at a store that is shared for some seconds at least. The caller closes it.
     *
     * @throws EngineAwayException as {@link #manifest()} does
     */
    Snapshot snapshot();

    @Override
    void close();
}
