package org.berea.search.engine;

/** What is read from an index into memory, because ranking asks it a thousand times a question. */
public interface KeptInMemory {
    /**
     * Reads what has changed since the last time; nothing as a rule.
     *
     * @throws EngineAwayException when the index cannot be read now; what was read before stays
     */
    void refresh();
}
