package org.berea.worker.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/** Sees to it that of all workers only one does a thing at a time. */
@Component
public final class Alone {
    private final DataSource database;

    Alone(DataSource database) {
        this.database = database;
    }

    /**
     * Does the work, unless another worker is at the same; that one's death ends its turn.
     *
     * @param work may use the database on connections of its own
     * @return what it gave; empty when it was not done
     * @throws CannotGetJdbcConnectionException when the database is away
     */
    public <T> Optional<T> run(String name, Supplier<T> work) {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(hashtext(?))", name)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                ask(connection, "select pg_advisory_unlock(hashtext(?))", name);
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("no turn for " + name, e);
        }
    }

    private static boolean ask(Connection connection, String question, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
