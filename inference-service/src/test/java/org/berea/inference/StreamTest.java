package org.berea.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.running.Client.body;

import java.time.Duration;
import java.util.List;
import org.berea.contracts.CompletionId;
import org.berea.inference.running.Answer;
import org.berea.inference.running.Client;
import org.berea.inference.running.Event;
import org.berea.inference.running.OpenAnswer;
import org.berea.inference.running.Servers;
import org.berea.inference.running.Setup;
import org.berea.simulator.journal.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Whole answers, as a client sees them. */
@ExtendWith(Servers.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StreamTest {
    private static final String QUESTION = "What does Romans 8:28 mean in context?";

    private Setup setup;
    private Client alice;

    @BeforeAll
    void start(Servers servers) {
        setup = Setup.start(servers, "berea.inference.streaming.keep-alive=400ms");
        alice = setup.client("alice");
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
    void sendsTheEventsInTheirOrderWithNumbersAndHeaders() {
        Answer answer = alice.ask(body("prompt", QUESTION + " In order, please."));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("text/event-stream;charset=UTF-8");
        assertThat(answer.headers().firstValue("Location"))
                .contains("/ai/completions/" + answer.id());
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache, no-transform");
        List<Event> events =
                answer.events().stream().filter(event -> !event.is("comment")).toList();
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).id()).isEqualTo(i);
        }
        assertThat(events.getFirst().json())
                .isEqualTo(Client.tree(body("id", answer.id().value(), "task", "verse-lookup")));
        assertThat(events.get(1).is("sources")).isTrue();
        assertThat(events.get(1).json().get("passages").get(0).get("ref").asString())
                .isEqualTo("ROM.8.27-29");
        assertThat(events.get(events.size() - 2).is("usage")).isTrue();
        assertThat(events.get(events.size() - 2).json().get("finishReason").asString())
                .isEqualTo("stop");
        assertThat(events.getLast().isDone()).isTrue();
        assertThat(answer.notices()).isEmpty();
        assertThat(answer.degraded()).isEmpty();
    }

    @Test
    void tellsOfEachCitationBeforeItsSentence() {
        Answer answer = alice.ask(body("prompt", QUESTION + " With citations."));
        assertThat(answer.cited()).contains("ROM.8.28", "ROM.8.27");
        var said = new StringBuilder();
        for (Event event : answer.events()) {
            if (event.is("citation")) {
                assertThat(said).doesNotContain("(" + event.json().get("text").asString() + ")");
                assertThat(event.json().get("passage").asInt()).isBetween(0, 1);
            } else if (event.isToken()) {
                said.append(event.json().get("token").asString());
            }
        }
        for (Event cited : answer.all("citation")) {
            assertThat(said).contains(cited.json().get("text").asString());
        }
    }

    @Test
    void releasesSentencesWhileTheModelIsStillWriting() {
        String slow = QUESTION + " Slowly. [[simulate: pace=25]]";
        try (OpenAnswer answer = alice.open(CompletionId.next(), body("prompt", slow))) {
            answer.await(Event::isToken);
            assertThat(setup.simulator().journal().getLast().outcome()).isEqualTo(Outcome.RUNNING);
            Answer whole = answer.whole();
            assertThat(whole.isDone()).isTrue();
            List<Long> times =
                    whole.events().stream().filter(Event::isToken).map(Event::at).toList();
            assertThat(Duration.ofNanos(times.getLast() - times.getFirst()))
                    .isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void isDoneOnlyWhenTheEventIsRecordedAndDoneIsTheLast() {
        try (OpenAnswer open =
                alice.open(CompletionId.next(), body("prompt", QUESTION + " Recorded."))) {
            open.await(Event::isDone);
            List<JsonNode> events = setup.completions().now(open.id());
            Answer answer = open.whole();
            assertThat(answer.isDone()).isTrue();
            assertThat(events).hasSize(1);
            JsonNode event = events.getFirst();
            assertThat(event.get("type").asString()).isEqualTo("completion.finished.v1");
            assertThat(event.get("outcome").asString()).isEqualTo("finished");
            assertThat(event.get("subject").asString()).isEqualTo("alice");
            assertThat(event.get("answer").asString()).isEqualTo(answer.text());
            assertThat(event.get("references").values().stream().map(JsonNode::asString).toList())
                    .isEqualTo(answer.cited().stream().distinct().toList());
            assertThat(event.get("model").asString()).isEqualTo("sim-small");
            JsonNode usage = answer.all("usage").getFirst().json();
            assertThat(event.get("promptTokens").asLong())
                    .isPositive()
                    .isEqualTo(usage.get("promptTokens").asLong());
            assertThat(event.get("completionTokens").asLong())
                    .isPositive()
                    .isEqualTo(usage.get("completionTokens").asLong());
            assertThat(event.get("costMicros").asLong()).isPositive();
        }
    }

    @Test
    void answersOneBodyToWhoWantsJson() {
        var response = alice.json(body("prompt", QUESTION + " As JSON."));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("Location")).isPresent();
        JsonNode whole = Client.tree(response.body());
        assertThat(whole.get("id").asString()).startsWith("cmp_");
        assertThat(whole.get("task").asString()).isEqualTo("verse-lookup");
        assertThat(whole.get("answer").asString()).contains("(Romans 8:28)");
        assertThat(whole.get("passages")).hasSize(2);
        assertThat(whole.get("citations")).isNotEmpty();
        assertThat(whole.get("notices")).isEmpty();
        assertThat(whole.get("degraded")).isEmpty();
        assertThat(whole.get("usage").get("cache").asString()).isEqualTo("miss");
        assertThat(whole.has("structured")).isFalse();
    }

    @Test
    void replaysTheSameQuestionWithoutCallingAModel() {
        String asked = body("prompt", QUESTION + " Twice.");
        Answer first = alice.ask(asked);
        int calls = setup.simulator().journal().size();
        Answer second = alice.ask(asked);
        assertThat(setup.simulator().journal()).hasSize(calls);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.cited()).isEqualTo(first.cited());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.all("usage").getFirst().json().get("cache").asString())
                .isEqualTo("exact");
        JsonNode event = setup.completions().now(second.id()).getFirst();
        assertThat(event.get("costMicros").asLong()).isZero();
        assertThat(event.get("answer").asString()).isEqualTo(first.text());
    }

    @Test
    void doesNotMixAnswersThatRunAtTheSameTime() {
        String one =
                "[[simulate: pace=200 text=\"First speaks one. First speaks two. First speaks three.\"]]";
        String two =
                "[[simulate: pace=190 text=\"Second says one. Second says two. Second says three.\"]]";
        try (OpenAnswer first = alice.open(CompletionId.next(), body("prompt", "One " + one));
                OpenAnswer second = alice.open(CompletionId.next(), body("prompt", "Two " + two))) {
            assertThat(first.whole().text())
                    .isEqualTo("First speaks one. First speaks two. First speaks three.");
            assertThat(second.whole().text())
                    .isEqualTo("Second says one. Second says two. Second says three.");
        }
    }

    @Test
    void showsASilentClientThatTheStreamLives() {
        String slow = "Wait [[simulate: firstTokenMs=1500 text=\"At last. Here.\"]]";
        try (OpenAnswer answer = alice.open(CompletionId.next(), body("prompt", slow))) {
            assertThat(answer.await(event -> event.is("comment")).data()).isEqualTo(": keep-alive");
            assertThat(answer.whole().isDone()).isTrue();
        }
    }

    @Test
    void marksAnAnswerWhoseTranslationIsNotEmbeddedYet() {
        Answer answer = alice.ask(body("prompt", "What is not embedded yet?"));
        assertThat(answer.degraded()).containsExactly("no-vectors");
        assertThat(answer.isDone()).isTrue();
    }
}
