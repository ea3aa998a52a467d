package org.berea.worker.publishing;

import java.util.Optional;

/** Imports of one kind whose events may still have to be published. */
public interface Backlog {
    /** The type of its events, as metrics name it. */
    String eventType();

    /**
     * The next events of an import that has any left. Called in a transaction, to whose end the
     * import stays locked against other workers.
     */
    Optional<Batch> next(int most);
}
