package org.berea.worker.replaying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.berea.contracts.event.CompletionFinished;
import org.berea.worker.Events;
import org.berea.worker.RunningWorker;
import org.berea.worker.Servers;
import org.berea.worker.topics.ConsumerGroup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import tools.jackson.databind.JsonNode;

/** One consumer fails or stands still; on servers of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailingConsumerTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Servers servers = Servers.started();
    private final RunningWorker worker = RunningWorker.start(servers);
    private final Events events = new Events(servers);

    @BeforeAll
    void awaitReady() {
        await().atMost(SOON).until(() -> worker.health("readiness") == 200);
    }

    @AfterAll
    void stop() {
        events.close();
        worker.close();
        servers.close();
    }

    @Test
    void othersGoOnDeadLettersWaitAndAReplayMendsThem() {
        List<CompletionFinished> asked = new ArrayList<>();
        servers.jdbc()
                .sql(
                        "alter table audit_log add constraint broken check (subject <> 'hurt') not valid")
                .update();
        for (int i = 0; i < 8; i++) {
            CompletionFinished event = Events.finished("hurt", Instant.now());
            events.publishTraced(event, TRACE);
            asked.add(event);
        }

        await().atMost(SOON).until(() -> rows("reading_history") >= 8 && rows("usage_ledger") >= 8);
        for (ConsumerGroup other :
                List.of(ConsumerGroup.LEDGER, ConsumerGroup.COSTS, ConsumerGroup.HISTORY)) {
            await().atMost(SOON).until(() -> metric("lag", other) == 0);
        }
        await().atMost(SOON).until(() -> metric("lag", ConsumerGroup.AUDIT) == 0);
        await().atMost(SOON).until(() -> waiting("audit").get("waiting").asInt() == 8);
        assertThat(waiting("audit").get("reasons").get(0).asString())
                .isEqualTo("PSQLException 23514");
        assertThat(waiting("audit").toString()).doesNotContain("hurt");
        assertThat(waiting("history").get("waiting").asInt()).isZero();
        await().atMost(SOON)
                .until(
                        () ->
                                worker.metric("berea_dead_letters_waiting", "consumer=\"audit\"")
                                        == 8);
        assertThat(rows("audit_log")).isZero();

        JsonNode inVain = replay("audit");
        assertThat(inVain.get("mended").asInt()).isZero();
        assertThat(inVain.get("failed").asInt()).isEqualTo(8);
        assertThat(inVain.get("reasons").get(0).asString()).isEqualTo("PSQLException 23514");
        assertThat(waiting("audit").get("waiting").asInt()).isEqualTo(8);

        servers.jdbc().sql("alter table audit_log drop constraint broken").update();
        JsonNode mended = replay("audit");
        assertThat(mended.get("waiting").asInt()).isEqualTo(8);
        assertThat(mended.get("mended").asInt()).isEqualTo(8);
        assertThat(mended.get("failed").asInt()).isZero();
        assertThat(rows("audit_log")).isEqualTo(8);
        assertThat(traces()).containsOnly(TRACE);
        assertThat(waiting("audit").get("waiting").asInt()).isZero();
        assertThat(replay("audit").get("waiting").asInt()).isZero();
    }

    @Test
    void showsTheLagOfAConsumerThatStandsStillAndOfNoOther() {
        var history =
                worker.bean(KafkaListenerEndpointRegistry.class)
                        .getListenerContainer(ConsumerGroup.HISTORY.group());
        assertThat(history).isNotNull();
        history.stop();
        for (int i = 0; i < 5; i++) {
            events.publish(Events.finished("still", Instant.now()));
        }

        await().atMost(SOON).until(() -> metric("lag", ConsumerGroup.HISTORY) == 5);
        await().atMost(SOON).until(() -> metric("lag", ConsumerGroup.LEDGER) == 0);

        history.start();
        await().atMost(SOON).until(() -> metric("lag", ConsumerGroup.HISTORY) == 0);
    }

    @Test
    void isForAdministratorsOnly() {
        assertThat(worker.get(RunningWorker.user("mallory"), "/admin/dead-letters").statusCode())
                .isEqualTo(403);
        assertThat(
                        worker.post(RunningWorker.corpusAdmin(), "/admin/dead-letters/audit")
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        worker.post(RunningWorker.quotaAdmin(), "/admin/dead-letters/nobody")
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysSoWhenKafkaIsAway() {
        servers.stopKafka();
        try {
            var answer = worker.get(RunningWorker.quotaAdmin(), "/admin/dead-letters");
            assertThat(answer.statusCode()).isEqualTo(503);
        } finally {
            servers.startKafka();
        }
        await().atMost(SOON)
                .until(
                        () ->
                                worker.get(RunningWorker.quotaAdmin(), "/admin/dead-letters")
                                                .statusCode()
                                        == 200);
    }

    private JsonNode waiting(String consumer) {
        var answer = worker.get(RunningWorker.quotaAdmin(), "/admin/dead-letters");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningWorker.json(answer)
                .get("consumers")
                .valueStream()
                .filter(entry -> entry.get("consumer").asString().equals(consumer))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode replay(String consumer) {
        var answer = worker.post(RunningWorker.quotaAdmin(), "/admin/dead-letters/" + consumer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningWorker.json(answer);
    }

    private double metric(String what, ConsumerGroup consumer) {
        return worker.metric("berea_consumer_" + what, "consumer=\"" + consumer.label() + "\"");
    }

    private List<String> traces() {
        return servers.jdbc()
                .sql("select trace_id from audit_log where subject = 'hurt'")
                .query(String.class)
                .list();
    }

    private int rows(String table) {
        return servers.jdbc()
                .sql("select count(*) from " + table + " where subject = 'hurt'")
                .query(Integer.class)
                .single();
    }
}
