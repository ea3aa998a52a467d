package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The suite with a language model, which the simulator stands in for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelTest {
    private static final Duration NOTICED = Duration.ofMillis(500);

    private Suite suite;
    private Client alice;
    private Client simulator;

    @BeforeAll
    void start(@TempDir Path data) {
        suite = Suite.start(data, Map.of(), "--models", "simulator");
        alice = new Client(suite.address(), suite.token("--tier", "pro"));
        alice.awaitVectors();
        simulator = new Client(suite.addressOf("provider-simulator"), "none");
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    void sentencesArriveWhileTheModelIsStillWriting() {
        Answer answer = alice.ask("Explain Romans 8:28. [[simulate: pace=30]]");

        long first = answer.tokens().findFirst().orElseThrow().atMillis();
        Instant modelEnded =
                Instant.parse(call("Explain Romans 8:28.").get("finishedAt").asString());
        assertThat(Instant.ofEpochMilli(first)).isBefore(modelEnded.minusMillis(300));
        assertThat(answer.text()).contains("(Romans 8:28)");
        assertThat(answer.degraded()).isEmpty();
        assertThat(answer.isDone()).isTrue();
    }

    @Test
    void aCitationComesBeforeItsSentence() {
        Answer answer = alice.ask("Explain Psalm 23:1, please.");

        List<String> names =
                answer.events().stream().map(e -> e.name() == null ? "token" : e.name()).toList();
        assertThat(names.indexOf("citation")).isPositive().isLessThan(names.indexOf("token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "application/json"})
    void aClientThatLeavesStopsTheModel(String accept) throws IOException {
        for (String moment : List.of("firstTokenMs=8000", "pace=5")) {
            String question = "Left alone with " + accept + " at " + moment + "?";
            Socket client =
                    leaveLater(
                            question + " Explain Romans 8:1. [[simulate: " + moment + "]]", accept);
            Await.until(
                    "the model is called",
                    Duration.ofSeconds(10),
                    () -> call(question).get("outcome").asString().equals("running"));
            Await.sleep(Duration.ofMillis(300));
            Instant left = Instant.now();
            client.close();

            Await.until(
                    "it is cancelled",
                    Duration.ofSeconds(5),
                    () -> call(question).hasNonNull("cancelledAt"));
            Instant cancelled = Instant.parse(call(question).get("cancelledAt").asString());
            assertThat(Duration.between(left, cancelled)).as(question).isLessThan(NOTICED);
        }
    }

    @Test
    void aHundredClientsThatLeaveSpoilNothingForTheNext() throws IOException {
        var clients = new ArrayList<Socket>();
        for (int i = 0; i < 100; i++) {
            clients.add(
                    leaveLater(
                            "Explain Romans 8:%d. [[simulate: firstTokenMs=5000]]"
                                    .formatted(1 + i % 39),
                            "text/event-stream"));
        }
        Await.sleep(Duration.ofSeconds(2));
        for (Socket client : clients) {
            client.close();
        }

        Answer next = alice.ask("Explain Ephesians 2:8, next please.");
        assertThat(next.isDone()).isTrue();
        assertThat(next.degraded()).isEmpty();
    }

    @Test
    void anInventedCitationNeverArrives() {
        Answer answer =
                alice.ask(
                        "Explain John 3:16. [[simulate: fault=invented-citation citation=\"Hezekiah 3:16\"]]");

        assertThat(answer.body()).doesNotContain("Hezekiah");
        assertThat(answer.notices()).contains("shortened");
        assertThat(answer.isDone()).isTrue();
    }

    @Test
    void anAlteredQuotationNeverArrives() {
        Answer answer =
                alice.ask("Explain James 1:5. [[simulate: fault=altered-quotation sentence=1]]");

        String produced = call("Explain James 1:5.").get("producedText").asString();
        String first = produced.substring(0, produced.indexOf('.'));
        assertThat(first).isNotBlank();
        assertThat(answer.text()).doesNotContain(first);
    }

    @Test
    void aCutAnswerNeverLooksWhole() {
        Answer answer = alice.ask("Explain Matthew 5:3. [[simulate: fault=cut after=60]]");

        assertThat(answer.named("error")).hasSize(1);
        assertThat(answer.isDone()).isFalse();
        assertThat(answer.body()).doesNotContain("[DONE]");
    }

    @Test
    void aModelThatFailsAtOnceIsReplacedByTheNextOfTheLadder() {
        Answer answer = alice.ask("Explain Luke 15:11. [[simulate: fault=server-error]]");

        assertThat(answer.notices()).contains("extractive");
        assertThat(answer.text()).contains("(Luke 15:11)");
        assertThat(answer.isDone()).isTrue();
    }

    @Test
    void aRunningAnswerCanBeStoppedByItsOwnerOnly() throws Exception {
        String question = "Stop this one: explain Romans 8:2.";
        HttpRequest request =
                alice.request("/ai/completions")
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        prompt(question + " [[simulate: pace=5]]")))
                        .build();
        try (Stream<String> lines = Client.send(request, BodyHandlers.ofLines()).body()) {
            var iterator = lines.iterator();
            String path = null;
            while (path == null) {
                String line = iterator.next();
                if (line.startsWith("data: {\"id\"")) {
                    path =
                            "/ai/completions/"
                                    + Client.JSON.readTree(line.substring(6)).get("id").asString();
                }
            }
            var bob = new Client(suite.address(), suite.token("--user", "bob"));
            assertThat(bob.delete(path).statusCode()).isEqualTo(404);
            assertThat(alice.delete(path).statusCode()).isEqualTo(204);
            var rest = new StringBuilder();
            iterator.forEachRemaining(rest::append);
            assertThat(rest)
                    .contains("event: error")
                    .contains("interrupted")
                    .doesNotContain("[DONE]");
        }
        Await.until(
                "it is cancelled",
                Duration.ofSeconds(5),
                () -> call(question).hasNonNull("cancelledAt"));
    }

    @Test
    void theSameQuestionAgainCostsNothing() {
        String question = "Explain Philippians 4:6 twice.";
        alice.ask(question);
        Answer again = alice.ask(question);

        assertThat(again.named("usage").findFirst().orElseThrow().json().get("cache").asString())
                .isEqualTo("exact");
        assertThat(calls(question)).hasSize(1);
        assertThat(again.text()).contains("(Philippians 4:6)");
    }

    @Test
    void tokensAndMoneyAreCounted() {
        alice.ask("Explain Genesis 1:1, for the counters.");
        var management = new Client(suite.managementOf("inference-service"), "none");

        assertThat(management.get("/actuator/prometheus").body())
                .containsPattern("gen_ai_client_token_usage_sum\\{.*\\} [1-9]")
                .containsPattern(
                        "berea_cost_microdollars_total\\{.*model=\"hosted-small\".*\\} [1-9]");
        assertThat(alice.json("/ai/quota").at("/day/used").asLong()).isPositive();
    }

    private Socket leaveLater(String question, String accept) throws IOException {
        return RawRequest.ask(alice, prompt(question), accept).open();
    }

    private JsonNode call(String question) {
        return calls(question).getLast();
    }

    private List<JsonNode> calls(String question) {
        return simulator
                .json("/journal")
                .valueStream()
                .filter(entry -> entry.get("messages").toString().contains(question))
                .toList();
    }

    private static String prompt(String text) {
        return Client.JSON.writeValueAsString(Map.of("prompt", text));
    }
}
