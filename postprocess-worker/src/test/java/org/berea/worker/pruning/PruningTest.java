package org.berea.worker.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.berea.contracts.event.CompletionFinished;
import org.berea.worker.Events;
import org.berea.worker.RunningWorker;
import org.berea.worker.Servers;
import org.junit.jupiter.api.Test;

class PruningTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void deletesWhatIsTooOldInPartsAndNothingElse() {
        try (var servers = Servers.started();
                var worker = RunningWorker.start(servers, "berea.retention.pause=1s");
                var events = new Events(servers)) {
            await().atMost(SOON).until(() -> worker.health("readiness") == 200);
            CompletionFinished old = Events.finished("old", Instant.now());
            CompletionFinished young = Events.finished("young", Instant.now());
            events.publish(old);
            events.publish(young);
            await().atMost(SOON).until(() -> rows(servers, "processed_event") == 8);
            age(servers, "processed_event", "processed_at", "29 days");
            age(servers, "audit_log", "recorded_at", "364 days");
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            assertThat(rows(servers, "processed_event")).isEqualTo(8);
            assertThat(rows(servers, "audit_log")).isEqualTo(2);

            fill(servers, 2_500);
            servers.jdbc()
                    .sql(
                            "update audit_log set recorded_at = now() - interval '366 days' where subject = 'old'")
                    .update();

            await().atMost(SOON).until(() -> rows(servers, "audit_log") == 1);
            await().atMost(SOON).until(() -> rows(servers, "processed_event") == 8);
            await().atMost(SOON)
                    .until(
                            () ->
                                    worker.metric(
                                                    "berea_records_pruned_total",
                                                    "table=\"processed_event\"")
                                            == 2_500);
        }
    }

    @Test
    void refusesToForgetEventsThatKafkaMayDeliverAgain() {
        try (var servers = new Servers()) {
            for (String setting :
                    List.of("BEREA_PROCESSED_RETENTION=20d", "BEREA_TOPIC_RETENTION=24d")) {
                assertThatThrownBy(() -> RunningWorker.start(servers, setting))
                        .rootCause()
                        .hasMessageContaining("berea.retention.processed");
            }
        }
    }

    private static void age(Servers servers, String table, String column, String age) {
        servers.jdbc()
                .sql("update %s set %s = now() - interval '%s'".formatted(table, column, age))
                .update();
    }

    private static void fill(Servers servers, int rows) {
        servers.jdbc()
                .sql(
                        """
                        insert into processed_event
                        select 'audit', 'x' || n, now() - interval '31 days'
                        from generate_series(1, ?) as n
                        """)
                .param(rows)
                .update();
    }

    private static long rows(Servers servers, String table) {
        return servers.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }
}
