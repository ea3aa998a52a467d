package org.berea.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.running.Client.body;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.berea.contracts.CompletionId;
import org.berea.inference.running.Answer;
import org.berea.inference.running.Client;
import org.berea.inference.running.Event;
import org.berea.inference.running.OpenAnswer;
import org.berea.inference.running.Servers;
import org.berea.inference.running.Setup;
import org.berea.inference.running.Waiting;
import org.berea.simulator.journal.JournalEntry;
import org.berea.simulator.journal.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A client that leaves stops costing. */
@ExtendWith(Servers.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LeavingTest {
    private static final Duration AT_ONCE = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MANY = 100;

    /** That many questions may come at the same moment, so that only the leaving is looked at. */
    private static final int AT_ONCE_AT_MOST = 10;

    private Setup setup;
    private Client alice;

    @BeforeAll
    void start(Servers servers) {
        setup = Setup.start(servers);
        alice = setup.client("lea");
        alice.ask(body("prompt", "Warm up"));
    }

    @AfterAll
    void stop() {
        alice.close();
        setup.close();
    }

    @BeforeEach
    void reset() {
        setup.reset();
    }

    @Test
    void stopsTheModelWhenTheClientLeavesInMidStream() {
        String asked = "In mid-stream [[simulate: pace=20]]";
        CompletionId id = CompletionId.next();
        OpenAnswer answer = alice.open(id, body("prompt", asked));
        answer.await(Event::isToken);
        Instant left = Instant.now();
        answer.close();
        assertCancelledAtOnce(left, "In mid-stream");
        JsonNode event = Client.tree(setup.completions().await(id).value());
        assertThat(event.get("outcome").asString()).isEqualTo("cancelled");
        assertThat(event.get("answer").asString()).isNotBlank();
        assertThat(event.get("promptTokens").asLong()).isPositive();
        assertThat(event.get("completionTokens").asLong()).isPositive();
        assertThat(event.get("costMicros").asLong()).isPositive();
        assertThat(event.has("usage")).isFalse();
    }

    @Test
    void stopsTheModelWhenTheClientLeavesBeforeTheFirstToken() {
        CompletionId id = CompletionId.next();
        OpenAnswer answer =
                alice.open(id, body("prompt", "Before tokens [[simulate: firstTokenMs=3000]]"));
        answer.await(event -> event.is("sources"));
        awaitCall("Before tokens");
        Instant left = Instant.now();
        answer.close();
        assertCancelledAtOnce(left, "Before tokens");
        JsonNode event = Client.tree(setup.completions().await(id).value());
        assertThat(event.get("promptTokens").asLong()).isPositive();
        assertThat(event.get("completionTokens").asLong()).isZero();
    }

    @Test
    void stopsTheModelWheneverTheClientLeavesWhileItsHeadersArrive() {
        for (int i = 1; i <= 60; i++) {
            String asked = i + " Just then";
            OpenAnswer answer =
                    alice.open(
                            CompletionId.next(),
                            body("prompt", asked + " [[simulate: firstTokenMs=3000]]"));
            awaitCall(asked);
            answer.close();
        }
        Waiting.until(
                LIMIT, () -> setup.calls("Just then").stream().allMatch(LeavingTest::isCancelled));
    }

    @Test
    void stopsTheModelWhenTheClientLeavesBeforeTheModelsHeaders() {
        OpenAnswer answer =
                alice.open(
                        CompletionId.next(),
                        body("prompt", "Before headers [[simulate: headersMs=3000]]"));
        answer.await(event -> event.is("sources"));
        awaitCall("Before headers");
        Instant left = Instant.now();
        answer.close();
        assertCancelledAtOnce(left, "Before headers");
    }

    @Test
    void stopsTheModelWhenAClientThatWantsJsonLeaves() {
        CompletionId id = CompletionId.next();
        var asking =
                alice.begin(
                        id, body("prompt", "As JSON [[simulate: pace=20]]"), "application/json");
        awaitCall("As JSON");
        Instant left = Instant.now();
        asking.cancel(true);
        assertCancelledAtOnce(left, "As JSON");
        assertThat(Client.tree(setup.completions().await(id).value()).get("outcome").asString())
                .isEqualTo("cancelled");
    }

    @Test
    void opensNoCircuitForTheNextWhenAHundredClientsLeave() {
        var leaving = new ArrayList<CompletableFuture<?>>();
        for (int i = 1; i <= MANY; i++) {
            String asked = i + " All leave [[simulate: pace=2 firstTokenMs=500]]";
            String accept = i % 2 == 0 ? "text/event-stream" : "application/json";
            leaving.add(alice.begin(CompletionId.next(), body("prompt", asked), accept));
            awaitCalls("All leave", i - i % AT_ONCE_AT_MOST);
        }
        awaitCalls("All leave", MANY);
        leaving.forEach(asking -> asking.cancel(true));
        Waiting.until(
                LIMIT, () -> setup.calls("All leave").stream().allMatch(LeavingTest::isCancelled));
        Answer next = alice.ask(body("prompt", "Who stays?"));
        assertThat(next.isDone()).isTrue();
        assertThat(next.notices()).isEmpty();
        assertThat(setup.calls("Who stays?")).hasSize(1);
        assertThat(alice.metric("resilience4j_circuitbreaker_state", Map.of("state", "open")))
                .isZero();
        Waiting.until(LIMIT, () -> alice.metric("berea_streams_open", Map.of()) == 0);
    }

    @Test
    void leavesNothingReservedWhenClientsLeaveAtAnyMoment() {
        var asked = body("prompt", "Any moment [[simulate: pace=500 firstTokenMs=20]]");
        for (int i = 0; i < MANY; i++) {
            CompletionId id = CompletionId.next();
            var asking = alice.begin(id, asked, "text/event-stream");
            pause(i);
            asking.cancel(true);
        }
        Waiting.until(
                Duration.ofSeconds(20),
                () -> alice.metric("berea_budget_reserved_microdollars", Map.of()) == 0);
        Waiting.until(LIMIT, () -> alice.metric("berea_streams_open", Map.of()) == 0);
        assertThat(setup.calls("Any moment")).isNotEmpty();
    }

    private void awaitCall(String words) {
        awaitCalls(words, 1);
    }

    private void awaitCalls(String words, int count) {
        Waiting.until(LIMIT, () -> setup.calls(words).size() >= count);
    }

    private void assertCancelledAtOnce(Instant left, String words) {
        Waiting.until(LIMIT, () -> isCancelled(setup.calls(words).getFirst()));
        Instant cancelled = setup.calls(words).getFirst().cancelledAt();
        assertThat(Duration.between(left, cancelled)).isLessThan(AT_ONCE);
    }

    private static boolean isCancelled(JournalEntry call) {
        return call.outcome() == Outcome.CANCELLED;
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
