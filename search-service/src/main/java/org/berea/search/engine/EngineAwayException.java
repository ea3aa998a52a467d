package org.berea.search.engine;

/**
 * The store cannot be asked now, or one part of it did not answer in time. It may well be back in a
 * moment: a leg that fails so is left out of a search, and only when no leg is left the search
 * fails.
 */
public final class EngineAwayException extends RuntimeException {
    public EngineAwayException(String message) {
        super(message);
    }

    public EngineAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
