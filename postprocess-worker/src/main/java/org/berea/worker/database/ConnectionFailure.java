package org.berea.worker.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is away from a statement that will never work. */
public final class ConnectionFailure {
    private static final int DEEPEST = 20;

    private ConnectionFailure() {}

    /** Whether a later try of the very same may work because only the database was away. */
    public static boolean caused(Throwable failure) {
        Throwable next = failure;
        for (int depth = 0; next != null && depth < DEEPEST; depth++) {
            if (next instanceof CannotCreateTransactionException || isLost(next)) {
                return true;
            }
            next = next.getCause();
        }
        return false;
    }

    private static boolean isLost(Throwable failure) {
        return failure instanceof SQLException sql
                && (sql instanceof SQLTransientConnectionException
                        || sql instanceof SQLNonTransientConnectionException
                        || isOfLostClass(sql.getSQLState()));
    }

    /**
     * Connection lost, resources short, shut down or starting up, read-only after a failover; no
     * state at all where the pool had closed the connection already.
     */
    private static boolean isOfLostClass(@Nullable String state) {
        return state == null
                || (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.equals("25006"));
    }
}
