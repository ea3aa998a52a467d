package org.berea.worker.history;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the history of one subject, newest first. */
interface ReadingHistory extends Repository<HistoryEntry, String> {
    @Transactional(readOnly = true)
    @Query(
            """
            select entry from HistoryEntry entry
            where entry.subject = :subject
              and (entry.askedAt < :askedAt
                   or (entry.askedAt = :askedAt and entry.completionId < :completionId))
            order by entry.askedAt desc, entry.completionId desc
            """)
    List<HistoryEntry> behind(String subject, Instant askedAt, String completionId, Limit limit);
}
