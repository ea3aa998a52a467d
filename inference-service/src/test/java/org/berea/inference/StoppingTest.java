package org.berea.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.running.Client.body;

import java.time.Duration;
import java.time.Instant;
import org.berea.contracts.CompletionId;
import org.berea.inference.running.Answer;
import org.berea.inference.running.Client;
import org.berea.inference.running.Event;
import org.berea.inference.running.OpenAnswer;
import org.berea.inference.running.Servers;
import org.berea.inference.running.Setup;
import org.berea.inference.running.Waiting;
import org.berea.simulator.journal.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that are stopped by their owner, on whichever instance they run. */
@ExtendWith(Servers.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StoppingTest {
    private static final String SLOW = " [[simulate: pace=10]]";

    private Setup one;
    private Setup other;
    private Client alice;
    private Client bob;
    private Client aliceElsewhere;
    private Client bobElsewhere;

    @BeforeAll
    void start(Servers servers) {
        one = Setup.start(servers);
        other = Setup.start(servers);
        alice = one.client("alice");
        bob = one.client("bob");
        aliceElsewhere = other.client("alice");
        bobElsewhere = other.client("bob");
    }

    @AfterAll
    void stop() {
        alice.close();
        bob.close();
        aliceElsewhere.close();
        bobElsewhere.close();
        one.close();
        other.close();
    }

    @BeforeEach
    void reset() {
        one.reset();
    }

    @Test
    void stopsTheCallersOwnAnswerAtOnce() {
        assertStopped("Stop here", alice);
    }

    @Test
    void stopsAnAnswerThatAnotherInstanceGives() {
        assertStopped("Stop there", aliceElsewhere);
    }

    @Test
    void answersAProblemToWhoWantedJsonWhenTheAnswerIsStopped() {
        CompletionId id = CompletionId.next();
        var asking = alice.begin(id, body("prompt", "Stop JSON" + SLOW), "application/json");
        Waiting.until(Duration.ofSeconds(10), () -> !one.calls("Stop JSON").isEmpty());
        Instant stopped = Instant.now();
        assertThat(alice.delete(id.value()).statusCode()).isEqualTo(204);
        assertCancelledAtOnce(stopped, "Stop JSON");
        var response = asking.orTimeout(5, java.util.concurrent.TimeUnit.SECONDS).join();
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Client.tree(response.body()).get("type").asString()).endsWith(":interrupted");
    }

    @Test
    void knowsNothingOfOtherPeoplesAnswers() {
        try (OpenAnswer answer =
                alice.open(CompletionId.next(), body("prompt", "Not yours" + SLOW))) {
            answer.await(Event::isToken);
            var refusal = bob.delete(answer.id().value());
            assertThat(refusal.statusCode()).isEqualTo(404);
            assertThat(Client.tree(refusal.body()).get("type").asString()).endsWith(":not-found");
            assertThat(bobElsewhere.delete(answer.id().value()).statusCode()).isEqualTo(404);
            assertThat(one.calls("Not yours").getFirst().outcome()).isEqualTo(Outcome.RUNNING);
        }
    }

    @Test
    void knowsNothingOfAnswersThatAreOverOrNeverWere() {
        Answer over = alice.ask(body("prompt", "Over soon"));
        assertThat(alice.delete(over.id().value()).statusCode()).isEqualTo(404);
        assertThat(aliceElsewhere.delete(over.id().value()).statusCode()).isEqualTo(404);
        assertThat(alice.delete(CompletionId.next().value()).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAnIdThatIsNone() {
        var refusal = alice.delete("cmp_42");
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(Client.tree(refusal.body()).get("field").asString()).isEqualTo("completionId");
    }

    private void assertCancelledAtOnce(Instant stopped, String words) {
        Waiting.until(
                Duration.ofSeconds(10),
                () -> one.calls(words).getFirst().outcome() == Outcome.CANCELLED);
        Instant cancelled = one.calls(words).getFirst().cancelledAt();
        assertThat(Duration.between(stopped, cancelled)).isLessThan(Duration.ofMillis(500));
    }

    private void assertStopped(String words, Client by) {
        try (OpenAnswer open = alice.open(CompletionId.next(), body("prompt", words + SLOW))) {
            open.await(Event::isToken);
            Instant stopped = Instant.now();
            assertThat(by.delete(open.id().value()).statusCode()).isEqualTo(204);
            assertCancelledAtOnce(stopped, words);
            Answer answer = open.whole();
            assertThat(answer.error()).isEqualTo("interrupted");
            assertThat(answer.events().getLast().is("error")).isTrue();
            assertThat(answer.events()).noneMatch(Event::isDone);
            var event = one.completions().now(open.id()).getFirst();
            assertThat(event.get("outcome").asString()).isEqualTo("cancelled");
            assertThat(event.get("promptTokens").asLong()).isPositive();
        }
    }
}
