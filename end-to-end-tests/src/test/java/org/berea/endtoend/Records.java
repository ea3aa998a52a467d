package org.berea.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Looks into PostgreSQL as the runbook says. */
record Records(Suite suite) {
    /** What one column of a completion's row holds, once the row is there. */
    Optional<String> of(String completion, String table, String column) {
        String query = "select " + column + " from " + table + " where completion_id = ?";
        try (Connection connection = connect();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, completion);
            ResultSet rows = statement.executeQuery();
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        String port = suite.found("stores: PostgreSQL (\\d+)");
        try {
            String password =
                    Files.readString(suite.data().resolve("keys/postgres.password")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/berea", "berea", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
