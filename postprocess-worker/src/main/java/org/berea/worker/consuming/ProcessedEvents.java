package org.berea.worker.consuming;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which events had their effect. */
@Component
final class ProcessedEvents {
    private final JdbcClient jdbc;

    ProcessedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the event within the running transaction; false when it was noted before. */
    boolean isFirst(String consumer, String event) {
        return jdbc.sql(
                                """
                                insert into processed_event (consumer, event) values (?, ?)
                                on conflict do nothing
                                """)
                        .params(consumer, event)
                        .update()
                == 1;
    }
}
