package org.berea.worker.consuming;

import org.berea.worker.pruning.Aging;
import org.berea.worker.pruning.Retention;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long it is remembered which events had their effect. */
@Component
final class ProcessedAging implements Aging {
    private final JdbcClient jdbc;
    private final Retention retention;

    ProcessedAging(JdbcClient jdbc, Retention retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public String table() {
        return "processed_event";
    }

    @Override
    public int prune(int atMost) {
        return jdbc.sql(
                        """
                        delete from processed_event where (consumer, event) in (
                            select consumer, event from processed_event
                            where processed_at < now() - make_interval(secs => ?)
                            order by processed_at limit ?)
                        """)
                .params(retention.processed().toSeconds(), atMost)
                .update();
    }
}
