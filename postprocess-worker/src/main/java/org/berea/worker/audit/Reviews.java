package org.berea.worker.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what somebody should look at out of the audit log, newest first. */
interface Reviews extends Repository<AuditEntry, AuditEntry.Key> {
    @Transactional(readOnly = true)
    @Query(
            """
            select entry from AuditEntry entry
            where entry.review is not null and entry.review in :kinds
              and (entry.startedAt < :startedAt
                   or (entry.startedAt = :startedAt and entry.completionId < :completionId))
            order by entry.startedAt desc, entry.completionId desc
            """)
    List<AuditEntry> behind(
            Collection<String> kinds, Instant startedAt, String completionId, Limit limit);
}
