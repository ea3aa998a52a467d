package org.berea.search.engine;

import org.berea.search.editions.Manifest;

/** Keeps text and vectors of imports durably and gives consistent views of them. Thread-safe. */
public interface Engine extends AutoCloseable {
    /** The manifest of the last commit; empty for an index that was just made. */
    Manifest manifest();

    /**
     * Makes all changes durable and visible as one. A process that dies in the middle leaves the
     * state before; so does a failure, after which the same changes may be tried again.
     *
     * @throws java.io.UncheckedIOException when they cannot be stored
     */
    void commit(Changes changes);

    /** A view that later commits do not change. The caller closes it. */
    Snapshot snapshot();

    @Override
    void close();
}
