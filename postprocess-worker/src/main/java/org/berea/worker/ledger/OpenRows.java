package org.berea.worker.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the ledger that nobody has ended, and the one way to end them without the truth. */
@Component
public final class OpenRows {
    private final JdbcClient jdbc;

    OpenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The processes that have rows open which began longer ago than that. */
    public Set<String> instances(Duration age) {
        return jdbc.sql(
                        """
                        select distinct instance from usage_ledger
                        where state = 'open' and started_at < now() - make_interval(secs => ?)
                        """)
                .param(age.toSeconds())
                .query(String.class)
                .set();
    }

    /** The oldest such rows of one process. */
    public List<OpenRow> of(String instance, Duration age, int atMost) {
        return jdbc.sql(
                        """
                        select completion_id, day, subject, started_at, ceiling_tokens, ceiling_micros
                        from usage_ledger
                        where state = 'open' and instance = ?
                            and started_at < now() - make_interval(secs => ?)
                        order by started_at
                        limit ?
                        """)
                .params(instance, age.toSeconds(), atMost)
                .query((row, _) -> openRow(row))
                .list();
    }

    /**
     * Closes the row at these amounts, unless the truth came in the meantime.
     *
     * @return whether it was still open
     */
    public boolean abort(OpenRow row, long tokens, long micros) {
        return jdbc.sql(
                                """
                                update usage_ledger
                                set state = 'aborted', charged_tokens = ?, cost_micros = ?
                                where completion_id = ? and state = 'open'
                                """)
                        .params(tokens, micros, row.completionId())
                        .update()
                == 1;
    }

    /** The age of the oldest open row in seconds, zero when none is open. */
    public double oldestSeconds() {
        return jdbc.sql(
                        """
                        select coalesce(extract(epoch from now() - min(started_at)), 0)
                        from usage_ledger where state = 'open'
                        """)
                .query(Double.class)
                .single();
    }

    private static OpenRow openRow(ResultSet row) throws SQLException {
        return new OpenRow(
                row.getString("completion_id"),
                row.getObject("day", LocalDate.class),
                row.getString("subject"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("ceiling_tokens"),
                row.getLong("ceiling_micros"));
    }
}
