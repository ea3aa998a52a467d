package org.berea.worker.consuming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.berea.contracts.CompletionId;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.contracts.event.Topics;
import org.berea.worker.Events;
import org.berea.worker.RunningWorker;
import org.berea.worker.Servers;
import org.berea.worker.Suite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(Suite.class)
class ConsumersTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> TABLES =
            List.of("audit_log", "usage_ledger", "reading_history");

    private final Servers servers;
    private final RunningWorker worker;
    private final Events events;

    ConsumersTest(Servers servers, RunningWorker worker, Events events) {
        this.servers = servers;
        this.worker = worker;
        this.events = events;
    }

    @Test
    void recordsAnAnswerInAuditLedgerAndHistory() {
        CompletionFinished event = Events.finished("alice", Instant.now());
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        events.publishTraced(event, trace);

        awaitRows(event.completionId(), 1, 1, 1);
        assertThat(row("audit_log", event))
                .containsEntry("trace_id", trace)
                .containsEntry("outcome", "finished")
                .doesNotContainValue(event.question())
                .doesNotContainValue(event.answer());
        assertThat(row("usage_ledger", event))
                .containsEntry("state", "finished")
                .containsEntry("cost_micros", 1_234L)
                .containsEntry("prompt_tokens", 812L)
                .containsEntry("completion_tokens", 143L)
                .containsEntry("cache", "miss")
                .containsEntry("tier", "plus")
                .containsEntry("cohort", "pilot");
        assertThat(row("reading_history", event)).containsEntry("question", event.question());
    }

    @Test
    void appliesARedeliveredEventOnlyOnce() {
        CompletionFinished event = Events.finished("again", Instant.now());
        double before = consumed("ledger", "duplicate");

        events.publish(event);
        events.publish(event);

        await().atMost(SOON).until(() -> consumed("ledger", "duplicate") > before);
        awaitRows(event.completionId(), 1, 1, 1);
    }

    @Test
    void remembersNoQuestionWhoseAnswerNobodySaw() {
        CompletionFinished event = Events.event("refused", Instant.now(), Outcome.REJECTED, "");

        events.publish(event);
        CompletionFinished later = Events.finished("refused", Instant.now());
        events.publish(later.completionId().value(), Events.json(later));

        awaitRows(later.completionId(), 1, 1, 1);
        awaitRows(event.completionId(), 1, 1, 0);
    }

    @Test
    void toleratesFieldsThatItDoesNotKnow() {
        CompletionFinished event = Events.finished("future", Instant.now());
        ObjectNode json = JsonMapper.shared().valueToTree(event);
        json.putObject("addedLater").put("anything", 1);

        events.publish(event.completionId().value(), Events.json(json));

        awaitRows(event.completionId(), 1, 1, 1);
    }

    @Test
    void skipsEventsThatItDoesNotKnow() {
        double before = consumed("audit", "skipped");

        events.publish("x", "{\"type\":\"completion.admitted.v9\",\"a\":1}".getBytes(UTF_8));

        await().atMost(SOON).until(() -> consumed("audit", "skipped") > before);
    }

    @Test
    void putsWhatIsNoEventAsideWithoutStopping() {
        events.publish("poison", "no JSON".getBytes(UTF_8));
        CompletionFinished event = Events.finished("after poison", Instant.now());
        events.publish("poison", Events.json(event));

        awaitRows(event.completionId(), 1, 1, 1);
        await().atMost(SOON).until(() -> deadLetters("audit").contains("no JSON"));
        assertThat(deadLetters("ledger")).contains("no JSON");
        assertThat(deadLetters("history")).contains("no JSON");
    }

    @Test
    void letsNoFailingConsumerHurtTheOthers() {
        CompletionFinished event = Events.finished("hurt", Instant.now());
        servers.jdbc().sql("alter table reading_history rename to hidden").update();
        try {
            events.publish(event);
            await().atMost(SOON)
                    .until(
                            () ->
                                    count("audit_log", event.completionId()) == 1
                                            && count("usage_ledger", event.completionId()) == 1);
            await().atMost(SOON)
                    .until(
                            () ->
                                    deadLetters("history")
                                            .contains(new String(Events.json(event), UTF_8)));
        } finally {
            servers.jdbc().sql("alter table hidden rename to reading_history").update();
        }
        assertThat(deadLetters("audit")).doesNotContain(new String(Events.json(event), UTF_8));
        CompletionFinished next = Events.finished("hurt", Instant.now());
        events.publish(next);
        awaitRows(next.completionId(), 1, 1, 1);
    }

    @Test
    void changesNothingWhenEverythingIsReadAgain() throws Exception {
        CompletionFinished event = Events.finished("rewound", Instant.now());
        events.publish(event);
        awaitRows(event.completionId(), 1, 1, 1);
        List<Long> before = TABLES.stream().map(this::size).toList();
        double duplicates = consumed("history", "duplicate");

        rewind();

        await().atMost(Duration.ofSeconds(40))
                .until(() -> consumed("history", "duplicate") >= duplicates + before.getLast());
        assertThat(TABLES.stream().map(this::size).toList()).isEqualTo(before);
    }

    @Test
    void showsTheLagOfEachConsumer() {
        await().atMost(SOON)
                .until(() -> worker.metrics().contains("kafka_consumer_fetch_manager_records_lag"));
    }

    private void rewind() throws Exception {
        var listeners = worker.bean(KafkaListenerEndpointRegistry.class);
        listeners.stop();
        var start = new HashMap<TopicPartition, OffsetAndMetadata>();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", (Object) servers.bootstrapServers()))) {
            admin.describeTopics(List.of(Topics.COMPLETIONS))
                    .allTopicNames()
                    .get(20, TimeUnit.SECONDS)
                    .forEach(
                            (name, topic) ->
                                    topic.partitions()
                                            .forEach(
                                                    p ->
                                                            start.put(
                                                                    new TopicPartition(
                                                                            name, p.partition()),
                                                                    new OffsetAndMetadata(0))));
            for (String group : List.of("worker-audit", "worker-ledger", "worker-history")) {
                admin.alterConsumerGroupOffsets(group, start).all().get(20, TimeUnit.SECONDS);
            }
        }
        listeners.getListenerContainers().forEach(container -> container.start());
    }

    private void awaitRows(CompletionId id, int audit, int ledger, int history) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(TABLES.stream().map(table -> count(table, id)).toList())
                                        .isEqualTo(List.of(audit, ledger, history)));
    }

    private int count(String table, CompletionId id) {
        return servers.jdbc()
                .sql("select count(*) from " + table + " where completion_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private long size(String table) {
        return servers.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    private Map<String, @Nullable Object> row(String table, CompletionFinished event) {
        return servers.jdbc()
                .sql("select * from " + table + " where completion_id = ?")
                .param(event.completionId().value())
                .query()
                .singleRow();
    }

    private List<String> deadLetters(String consumer) {
        return events.all("completions." + consumer + ".dlt").stream()
                .map(ConsumerRecord::value)
                .map(value -> new String(value, UTF_8))
                .toList();
    }

    private double consumed(String consumer, String outcome) {
        return worker.metrics()
                .lines()
                .filter(line -> line.startsWith("berea_events_consumed_total"))
                .filter(line -> line.contains("consumer=\"" + consumer + "\""))
                .filter(line -> line.contains("outcome=\"" + outcome + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
