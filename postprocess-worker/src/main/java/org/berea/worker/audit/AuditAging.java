package org.berea.worker.audit;

import org.berea.worker.pruning.Aging;
import org.berea.worker.pruning.Retention;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the audit log goes back. */
@Component
final class AuditAging implements Aging {
    private final JdbcClient jdbc;
    private final Retention retention;

    AuditAging(JdbcClient jdbc, Retention retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public String table() {
        return "audit_log";
    }

    @Override
    public int prune(int atMost) {
        return jdbc.sql(
                        """
                        delete from audit_log where (completion_id, event) in (
                            select completion_id, event from audit_log
                            where recorded_at < now() - make_interval(secs => ?)
                            order by recorded_at limit ?)
                        """)
                .params(retention.audit().toSeconds(), atMost)
                .update();
    }
}
