package org.berea.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The worker while its servers are away, and when they come back. */
class ComingAndGoingTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String SAMPLE = "/admin/translations/BST";

    private final Servers servers = new Servers();

    @AfterEach
    void stopServers() {
        servers.close();
    }

    @Test
    void comesUpByItselfHoweverLateItsServersAre() {
        servers.startPostgres();
        servers.stopPostgres();
        try (var worker = RunningWorker.start(servers, "BEREA_SAMPLE_CORPUS=true")) {
            assertThat(worker.health("liveness")).isEqualTo(200);
            assertThat(worker.health("readiness")).isEqualTo(503);
            assertThat(worker.get(RunningWorker.user("alice"), "/ai/history").statusCode())
                    .isEqualTo(503);

            servers.startPostgres();
            await().atMost(SOON).until(() -> worker.health("readiness") == 200);
            await().atMost(SOON)
                    .until(
                            () ->
                                    worker.get(RunningWorker.corpusAdmin(), SAMPLE).statusCode()
                                            == 200);
            JsonNode waiting = sample(worker);
            assertThat(waiting.get("verses").asInt()).isEqualTo(384);
            assertThat(waiting.get("status").asString()).isEqualTo("publishing");

            servers.startKafka();
            await().atMost(SOON)
                    .until(() -> sample(worker).get("status").asString().equals("published"));
            try (var events = new Events(servers)) {
                assertThat(versesOn(events)).isEqualTo(384);
                CompletionFinished event = Events.finished("alice", Instant.now());
                events.publish(event);
                await().atMost(SOON).until(() -> rows(event) == 1);
            }
        }
    }

    @Test
    void publishesWhatADeadWorkerLeftBehind() {
        servers.startPostgres();
        try (var worker = RunningWorker.start(servers, "BEREA_SAMPLE_CORPUS=true")) {
            await().atMost(SOON)
                    .until(
                            () ->
                                    worker.get(RunningWorker.corpusAdmin(), SAMPLE).statusCode()
                                            == 200);
        }
        servers.startKafka();
        try (var worker = RunningWorker.start(servers);
                var events = new Events(servers)) {
            await().atMost(SOON)
                    .ignoreExceptions()
                    .until(() -> sample(worker).get("status").asString().equals("published"));
            assertThat(versesOn(events)).isEqualTo(384);
        }
    }

    @Test
    void keepsEventsAndAnswersAtOnceWhileTheDatabaseIsAway() {
        servers.startPostgres();
        servers.startKafka();
        try (var worker = RunningWorker.start(servers);
                var events = new Events(servers)) {
            CompletionFinished before = Events.finished("alice", Instant.now());
            events.publish(before);
            await().atMost(SOON).ignoreExceptions().until(() -> rows(before) == 1);

            servers.stopPostgres();
            CompletionFinished meanwhile = Events.finished("alice", Instant.now());
            events.publish(meanwhile);
            assertUnavailableWithinFiveSeconds(worker);
            assertThat(worker.health("liveness")).isEqualTo(200);
            assertThat(worker.health("readiness")).isEqualTo(503);
            // Longer than a poison event would be tried.
            await().pollDelay(Duration.ofSeconds(6)).atMost(SOON).until(() -> true);

            servers.startPostgres();
            await().atMost(SOON).ignoreExceptions().until(() -> rows(meanwhile) == 1);
            await().atMost(SOON).until(() -> worker.health("readiness") == 200);
            assertThat(events.all("completions.ledger.dlt")).isEmpty();
        }
    }

    @Test
    void answersAtOnceWhileTheDatabaseIsPaused() throws Exception {
        servers.startPostgres();
        servers.startKafka();
        try (var worker = RunningWorker.start(servers)) {
            await().atMost(SOON)
                    .until(
                            () ->
                                    worker.get(RunningWorker.user("alice"), "/ai/history")
                                                    .statusCode()
                                            == 200);
            servers.signalPostgres("STOP");
            try {
                assertUnavailableWithinFiveSeconds(worker);
            } finally {
                servers.signalPostgres("CONT");
            }
            await().atMost(SOON)
                    .until(
                            () ->
                                    worker.get(RunningWorker.user("alice"), "/ai/history")
                                                    .statusCode()
                                            == 200);
        }
    }

    private static void assertUnavailableWithinFiveSeconds(RunningWorker worker) {
        long start = System.nanoTime();
        var response = worker.get(RunningWorker.user("alice"), "/ai/history");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(RunningWorker.json(response).get("type").asString())
                .isEqualTo("urn:berea:problem:unavailable");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    private static JsonNode sample(RunningWorker worker) {
        return RunningWorker.json(worker.get(RunningWorker.corpusAdmin(), SAMPLE));
    }

    private static int versesOn(Events events) {
        return events.all(Topics.PASSAGES).stream()
                .map(
                        message ->
                                JsonMapper.shared()
                                        .readValue(message.value(), PassageImported.class))
                .mapToInt(event -> event.verses().size())
                .sum();
    }

    private int rows(CompletionFinished event) {
        return servers.jdbc()
                .sql("select count(*) from usage_ledger where completion_id = ?")
                .param(event.completionId().value())
                .query(Integer.class)
                .single();
    }
}
