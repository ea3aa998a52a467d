package org.berea.benchmarks.faults.checking;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the worker's tables. */
record DatabaseReader(Connection connection) {
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    List<Row> ledger() throws SQLException {
        return read(
                """
                select completion_id, state, subject, day::text, cohort, tier, task,
                       coalesce(model, 'none') as model, prompt_tokens, completion_tokens,
                       cost_micros, charged_tokens, coalesce(ceiling_tokens, -1) as ceiling_tokens,
                       coalesce(ceiling_micros, -1) as ceiling_micros
                from usage_ledger
                """,
                DatabaseReader::row);
    }

    List<String> audited() throws SQLException {
        return read("select completion_id from audit_log", row -> row.getString(1));
    }

    List<String> history() throws SQLException {
        return read("select completion_id from reading_history", row -> row.getString(1));
    }

    List<Map.Entry<Row.CostKey, Sums>> costs() throws SQLException {
        return read(
                """
                select day::text, cohort, tier, task, model, completions, prompt_tokens,
                       completion_tokens, cost_micros
                from daily_cost
                """,
                row ->
                        Map.entry(
                                costKey(row),
                                new Sums(
                                        row.getLong("completions"),
                                        row.getLong("prompt_tokens"),
                                        row.getLong("completion_tokens"),
                                        row.getLong("cost_micros"))));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("completion_id"),
                row.getString("state"),
                row.getString("subject"),
                row.getString("day"),
                costKey(row),
                row.getLong("prompt_tokens"),
                row.getLong("completion_tokens"),
                row.getLong("cost_micros"),
                row.getLong("charged_tokens"),
                row.getLong("ceiling_tokens"),
                row.getLong("ceiling_micros"));
    }

    private static Row.CostKey costKey(ResultSet row) throws SQLException {
        return new Row.CostKey(
                row.getString("day"),
                row.getString("cohort"),
                row.getString("tier"),
                row.getString("task"),
                row.getString("model"));
    }

    private <T> List<T> read(String query, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reading.of(rows));
            }
            return read;
        }
    }
}
