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
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.berea.contracts.CompletionId;
import org.berea.contracts.event.CompletionAdmitted;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.contracts.event.Topics;
import org.berea.worker.Events;
import org.berea.worker.RunningWorker;
import org.berea.worker.Servers;
import org.berea.worker.Suite;
import org.berea.worker.topics.ConsumerGroup;
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
    void changesNothingWhenEverythingIsReadAgain() throws Exception {
        CompletionFinished event = Events.finished("rewound", Instant.now());
        events.publish(event);
        awaitRows(event.completionId(), 1, 1, 1);
        await().atMost(SOON).until(this::costsEqualTheLedger);
        List<Long> before = TABLES.stream().map(this::size).toList();
        double duplicates = consumed("history", "duplicate");

        rewind();

        await().atMost(Duration.ofSeconds(40))
                .until(() -> consumed("history", "duplicate") >= duplicates + before.getLast());
        await().atMost(Duration.ofSeconds(40)).until(() -> lag() == 0);
        assertThat(TABLES.stream().map(this::size).toList()).isEqualTo(before);
        assertThat(costsEqualTheLedger()).isTrue();
    }

    @Test
    void addsUpWhatAnswersCost() {
        String cohort = "costs-test";
        CompletionFinished event = Events.finished("costs", Instant.now());
        ObjectNode json = JsonMapper.shared().valueToTree(event);
        json.put("cohort", cohort);
        CompletionFinished other = Events.finished("costs", Instant.now());
        ObjectNode otherJson = JsonMapper.shared().valueToTree(other);
        otherJson.put("cohort", cohort).put("costMicros", 766).remove("model");
        for (int i = 0; i < 2; i++) {
            events.publish(event.completionId().value(), Events.json(json));
            events.publish(other.completionId().value(), Events.json(otherJson));
        }

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                servers.jdbc()
                                                        .sql(
                                                                """
                                                                select model || ' ' || completions || ' ' || cost_micros
                                                                from daily_cost where cohort = ?
                                                                """)
                                                        .param(cohort)
                                                        .query(String.class)
                                                        .list())
                                        .containsExactlyInAnyOrder("llama 1 1234", "none 1 766"));
    }

    @Test
    void opensALedgerRowForAnAdmittedQuestionAndNothingElse() {
        CompletionAdmitted admitted = Events.admitted("opened", Instant.now(), "inference-x");

        events.publish(admitted);
        awaitRows(admitted.completionId(), 0, 1, 0);
        events.publish(Events.endOf(admitted, Outcome.FINISHED));

        awaitRows(admitted.completionId(), 1, 1, 1);
        await().atMost(SOON)
                .until(() -> "finished".equals(ledgerRow(admitted.completionId()).get("state")));
        assertThat(ledgerRow(admitted.completionId()))
                .containsEntry("instance", "inference-x")
                .containsEntry("charged_tokens", 955L);
    }

    /** All that ended, summed up by both who count it; one test writes the ledger alone. */
    private boolean costsEqualTheLedger() {
        return servers.jdbc()
                .sql(
                        """
                        select (select (count(*)::numeric, sum(cost_micros), sum(charged_tokens))
                                from usage_ledger
                                where ledger_rank(state) = 2 and subject <> 'states')
                            = (select (sum(completions), sum(cost_micros),
                                   sum(prompt_tokens + completion_tokens)) from daily_cost)
                        """)
                .query(Boolean.class)
                .single();
    }

    private double lag() {
        return worker.metric("berea_consumer_lag");
    }

    private Map<String, @Nullable Object> ledgerRow(CompletionId id) {
        return servers.jdbc()
                .sql("select * from usage_ledger where completion_id = ?")
                .param(id.value())
                .query()
                .singleRow();
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
            for (String group :
                    Stream.of(ConsumerGroup.values()).map(ConsumerGroup::group).toList()) {
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
