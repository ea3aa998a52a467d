package org.berea.search.engine;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The store cannot be asked now, or one part of it did not answer in time. It may well be back in a
 * moment: a leg that fails so is left out of a search, and only when no leg is left the search
 * fails.
 */
public final class EngineAwayException extends UncheckedIOException {
    public EngineAwayException(String message) {
        super(message, new IOException(message));
    }

    public EngineAwayException(String message, Throwable cause) {
        super(message, new IOException(message, cause));
    }
}
