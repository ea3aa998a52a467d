package org.berea.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.running.Client.body;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.CompletionId;
import org.berea.contracts.Heartbeat;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.event.Topics;
import org.berea.inference.running.Answer;
import org.berea.inference.running.Client;
import org.berea.inference.running.Event;
import org.berea.inference.running.Inference;
import org.berea.inference.running.Neighbours;
import org.berea.inference.running.OpenAnswer;
import org.berea.inference.running.Servers;
import org.berea.inference.running.Stores;
import org.berea.inference.running.Topic;
import org.berea.inference.running.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is recorded of an answer, with a Kafka and a Redis of its own that come and go. */
@ExtendWith(Servers.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecordingTest {
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final Caller UNPAID =
            new Caller("uma", Tier.FREE, "other", Set.of(), false, false);

    private Servers servers;
    private Stores stores;
    private Neighbours neighbours;
    private Inference inference;
    private Client rosa;
    private Client uma;

    @BeforeAll
    void start(Servers shared, @TempDir Path data) {
        servers = shared;
        stores = Stores.start(data);
        neighbours = Neighbours.start();
        inference = Inference.start(servers, neighbours, settings());
        rosa = new Client(inference, Inference.user("rosa"));
        uma = new Client(inference, UNPAID);
        rosa.ask(body("prompt", "Warm up"));
    }

    @AfterAll
    void stop() {
        rosa.close();
        uma.close();
        inference.close();
        neighbours.close();
        stores.close();
    }

    @BeforeEach
    void everythingIsThere() {
        servers.simulator().reset();
        neighbours.reset();
        stores.startAll();
        Waiting.until(RECOVERY, this::recordsInKafka);
    }

    @Test
    void admittedIsDurableBeforeTheModelIsCalledAndSaysWhatItMayCost() {
        Answer answer = rosa.ask(body("prompt", "First things first", "task", "study-guide"));
        ConsumerRecord<String, String> admitted = event(answer.id(), Topic.ADMITTED);
        Instant called = servers.simulator().journal().getLast().receivedAt();
        assertThat(Instant.ofEpochMilli(admitted.timestamp())).isBeforeOrEqualTo(called);
        JsonNode event = Client.tree(admitted.value());
        assertThat(event.get("instance").asString()).matches("inference-[0-9a-f]{12}");
        assertThat(event.get("task").asString()).isEqualTo("study-guide");
        assertThat(event.get("day")).isEqualTo(end(answer.id()).get("day"));
        long oneCall = (long) Math.ceil((6_000 + 1_800) * 1.1);
        assertThat(event.get("ceilingTokens").asLong()).isEqualTo(2 * oneCall);
        assertThat(event.get("ceilingMicros").asLong()).isEqualTo(2 * 1_453);
        assertThat(Topic.header(admitted, "traceparent"))
                .contains(
                        Topic.header(event(answer.id(), Topic.FINISHED), "traceparent")
                                .split("-")[1]);
    }

    @Test
    void everyAnswerIsAdmittedAlsoWithoutAModelAndRejectedOnesAreNot() {
        rosa.ask(body("prompt", "Once"));
        Answer replayed = rosa.ask(body("prompt", "Once"));
        assertThat(replayed.all("usage").getFirst().json().get("cache").asString())
                .isEqualTo("exact");
        assertThat(ceiling(replayed.id())).isZero();
        Answer extractive = uma.ask(body("prompt", "None free", "task", "study-guide"));
        assertThat(extractive.notices()).containsExactly("extractive");
        assertThat(ceiling(extractive.id())).isZero();
        Answer rejected = rosa.ask(body("prompt", Neighbours.UNSAFE));
        assertThat(end(rejected.id()).get("outcome").asString()).isEqualTo("rejected");
        assertThat(events(rejected.id(), Topic.ADMITTED)).isEmpty();
    }

    @Test
    void keepsEventsInTheOutboxWhileKafkaIsAwayAndRelaysThemAfterwards() {
        stores.stopKafka();
        double before = published("outbox");
        var asked = new ArrayList<Answer>();
        for (int i = 0; i < 12; i++) {
            Answer answer = rosa.ask(body("prompt", "Kafka away " + i));
            assertThat(answer.isDone()).isTrue();
            assertThat(waitForDone(answer)).isLessThan(Duration.ofSeconds(1));
            asked.add(answer);
        }
        assertThat(published("outbox") - before).isEqualTo(24);
        assertThat(stores.outbox()).hasSize(24);
        Waiting.until(RECOVERY, () -> rosa.metric("berea_outbox_depth", Map.of()) == 24);
        stores.startAll();
        Waiting.until(RECOVERY, () -> stores.outbox().isEmpty());
        for (Answer answer : asked) {
            assertThat(events(answer.id(), Topic.ADMITTED)).isNotEmpty();
            ConsumerRecord<String, String> end = event(answer.id(), Topic.FINISHED);
            assertThat(Client.tree(end.value()).get("answer").asString()).isEqualTo(answer.text());
            assertThat(Topic.header(end, "traceparent")).matches("00-[0-9a-f]{32}-.*");
        }
        assertThat(published("relayed")).isGreaterThanOrEqualTo(24);
        Waiting.until(RECOVERY, () -> rosa.metric("berea_outbox_depth", Map.of()) == 0);
    }

    @Test
    void saysUnrecordedWhenNeitherKafkaNorRedisIsThereAndRecordsItOnceOneIs() {
        try (OpenAnswer open =
                rosa.open(CompletionId.next(), body("prompt", "Both go [[simulate: pace=40]]"))) {
            open.await(Event::isToken);
            stores.stopKafka();
            stores.stopRedis();
            Answer lost = open.whole();
            assertThat(lost.events()).noneMatch(Event::isDone);
            assertThat(lost.error()).isEqualTo("unrecorded");
            var refusal = uma.json(body("prompt", "Not even begun"));
            assertThat(refusal.statusCode()).isEqualTo(503);
            assertThat(Client.tree(refusal.body()).get("type").asString()).endsWith(":unrecorded");
            assertThat(servers.simulator().journal())
                    .noneMatch(call -> call.messages().getLast().content().contains("begun"));
            assertThat(rosa.metric("berea_events_unpublished", Map.of())).isEqualTo(3);
            assertThat(published("failed")).isGreaterThanOrEqualTo(3);
            stores.startAll();
            Waiting.until(RECOVERY, () -> rosa.metric("berea_events_unpublished", Map.of()) == 0);
            Waiting.until(RECOVERY, () -> stores.outbox().isEmpty());
            assertThat(end(lost.id()).get("answer").asString()).isEqualTo(lost.text());
            assertThat(published("retried")).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void showsThatItLivesUntilItDoesNot() {
        Answer answer = rosa.ask(body("prompt", "Who answers?"));
        String instance =
                Client.tree(event(answer.id(), Topic.ADMITTED).value()).get("instance").asString();
        assertThat(stores.lifetime(Heartbeat.key(instance)))
                .isBetween(Duration.ofSeconds(1), Heartbeat.LAPSE);
        List<String> before = stores.keys(Heartbeat.key("*"));
        var other = Inference.start(servers, neighbours, settings());
        List<String> more = new ArrayList<>(stores.keys(Heartbeat.key("*")));
        more.removeAll(before);
        assertThat(more).hasSize(1);
        other.close();
        Waiting.until(
                Heartbeat.LAPSE.plusSeconds(20),
                () -> stores.keys(Heartbeat.key("*")).equals(List.of(Heartbeat.key(instance))));
        double failures = rosa.metric("berea_heartbeat_failures_total", Map.of());
        stores.stopRedis();
        Waiting.until(
                RECOVERY, () -> rosa.metric("berea_heartbeat_failures_total", Map.of()) > failures);
    }

    @Test
    void recordsWhatIsOpenBeforeItStops() {
        var other = Inference.start(servers, neighbours, settings());
        try (var client = new Client(other, Inference.user("sam"));
                OpenAnswer open =
                        client.open(
                                CompletionId.next(),
                                body("prompt", "Cut short [[simulate: pace=5]]"))) {
            open.await(Event::isToken);
            other.close();
            Answer answer = open.whole();
            assertThat(answer.error()).isEqualTo("interrupted");
            assertThat(answer.events()).noneMatch(Event::isDone);
            JsonNode end = end(answer.id());
            assertThat(end.get("outcome").asString()).isEqualTo("failed");
            assertThat(end.get("promptTokens").asLong()).isPositive();
        }
    }

    /** The small model is free, so that its calls need no store but for the record. */
    private String[] settings() {
        return Stream.concat(
                        Stream.of(stores.settings()),
                        Stream.of("input-price=0", "output-price=0")
                                .map("berea.inference.models.list[0]."::concat))
                .toArray(String[]::new);
    }

    private boolean recordsInKafka() {
        double before = published("acknowledged");
        return uma.ask(body("prompt", "Recorded?")).isDone()
                && published("acknowledged") - before == 2;
    }

    private double published(String outcome) {
        return rosa.metric(
                "berea_events_published_total",
                Map.of("topic", Topics.COMPLETIONS, "outcome", outcome));
    }

    /** From the last word to the end. */
    private static Duration waitForDone(Answer answer) {
        Event last = answer.events().stream().filter(Event::isToken).toList().getLast();
        return Duration.ofNanos(answer.events().getLast().at() - last.at());
    }

    private long ceiling(CompletionId id) {
        JsonNode event = Client.tree(event(id, Topic.ADMITTED).value());
        return event.get("ceilingTokens").asLong() + event.get("ceilingMicros").asLong();
    }

    private JsonNode end(CompletionId id) {
        return Client.tree(event(id, Topic.FINISHED).value());
    }

    private ConsumerRecord<String, String> event(CompletionId id, String type) {
        try (var topic = new Topic(stores.kafka(), Topics.COMPLETIONS)) {
            return topic.await(id, type);
        }
    }

    private List<ConsumerRecord<String, String>> events(CompletionId id, String type) {
        try (var topic = new Topic(stores.kafka(), Topics.COMPLETIONS)) {
            return topic.now(id, type);
        }
    }
}
