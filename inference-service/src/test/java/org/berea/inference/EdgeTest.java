package org.berea.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.inference.running.Client.body;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.berea.contracts.CompletionId;
import org.berea.inference.running.Answer;
import org.berea.inference.running.Client;
import org.berea.inference.running.Event;
import org.berea.inference.running.Neighbours;
import org.berea.inference.running.OpenAnswer;
import org.berea.inference.running.Servers;
import org.berea.inference.running.Setup;
import org.berea.inference.running.Topic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What comes in: bad requests, callers, traces. */
@ExtendWith(Servers.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EdgeTest {
    private Setup setup;
    private Client alice;

    @BeforeAll
    void start(Servers servers) {
        setup = Setup.start(servers);
        alice = setup.client("edgar");
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

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("{}", "prompt"),
                Arguments.of("{\"prompt\":null}", "prompt"),
                Arguments.of("{\"prompt\":\"\"}", "prompt"),
                Arguments.of("{\"prompt\":\" \\n \"}", "prompt"),
                Arguments.of("{\"prompt\":42}", "prompt"),
                Arguments.of("{\"prompt\":true}", "prompt"),
                Arguments.of("{\"prompt\":[\"Why?\"]}", "prompt"),
                Arguments.of("{\"prompt\":{\"text\":\"Why?\"}}", "prompt"),
                Arguments.of("{\"prompt\":\"Why\\u0000?\"}", "prompt"),
                Arguments.of("{\"prompt\":\"Why\\u001b[31m?\"}", "prompt"),
                Arguments.of(body("prompt", "a".repeat(8_001)), "prompt"),
                Arguments.of("{\"prompt\":\"Why?\",\"tone\":\"kind\"}", "tone"),
                Arguments.of("{\"prompt\":\"Why?\",\"task\":\"poem\"}", "task"),
                Arguments.of("{\"prompt\":\"Why?\",\"task\":1}", "task"),
                Arguments.of("{\"prompt\":\"Why?\",\"translation\":\"XYZ\"}", "translation"),
                Arguments.of("{\"prompt\":\"Why?\",\"translation\":\"\"}", "translation"),
                Arguments.of("{\"prompt\":\"Why?\",\"includeNotes\":true}", "includeNotes"),
                Arguments.of("{\"prompt\":\"Why?\",\"includeNotes\":\"yes\"}", "includeNotes"),
                Arguments.of(
                        "{\"prompt\":\"Why?\",\"resumeGraceSeconds\":5}", "resumeGraceSeconds"),
                Arguments.of(
                        "{\"prompt\":\"Why?\",\"resumeGraceSeconds\":\"0\"}", "resumeGraceSeconds"),
                Arguments.of("{\"prompt\":\"Why?\",\"history\":\"no\"}", "history"),
                Arguments.of(
                        "{\"prompt\":\"Why?\",\"history\":[{\"role\":\"system\",\"content\":\"x\"}]}",
                        "history[0].role"),
                Arguments.of(
                        "{\"prompt\":\"Why?\",\"history\":[{\"role\":\"user\",\"content\":\"\"}]}",
                        "history[0].content"),
                Arguments.of(
                        "{\"prompt\":\"Why?\",\"history\":[{\"role\":\"user\"}]}",
                        "history[0].content"),
                Arguments.of("{\"prompt\":\"Why?\",\"history\":[null]}", "history[0]"),
                Arguments.of("{\"prompt\":\"Why?\",\"responseSchema\":7}", "responseSchema"),
                Arguments.of("{\"prompt\":\"Why?\"", "body"),
                Arguments.of("null", "none"),
                Arguments.of("[]", "body"),
                Arguments.of("\"Why?\"", "body"),
                Arguments.of("", "none"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void refusesABadRequestAndNamesTheField(String body, String field) {
        var refusal = alice.json(body);
        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(400);
        assertThat(refusal.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonNode problem = Client.tree(refusal.body());
        assertThat(problem.get("type").asString()).endsWith(":invalid-request");
        assertThat(problem.path("field").asString("none")).as(refusal.body()).isEqualTo(field);
        assertThat(problem.get("requestId").asString()).hasSize(32);
        assertThat(setup.neighbours().seen("/internal/search")).isEmpty();
    }

    @Test
    void refusesAQuestionThatFillsThePromptsBudgetAlone() {
        Answer refusal = alice.ask(body("prompt", "ẞ字🜁".repeat(2_000)));
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.problem().get("field").asString()).isEqualTo("prompt");
    }

    @Test
    void refusesALargeBody() {
        var refusal = alice.json(body("prompt", "a".repeat(1_000_000)));
        assertThat(refusal.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesCallersWithoutTheirToken() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            for (String forged : List.of("", "none", "e30.e30.e30")) {
                var request =
                        HttpRequest.newBuilder(setup.inference().url("/ai/completions"))
                                .header("Content-Type", "application/json")
                                .header("X-Berea-Caller", forged)
                                .POST(HttpRequest.BodyPublishers.ofString(body("prompt", "Why?")))
                                .build();
                var refusal = http.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(refusal.statusCode()).isEqualTo(401);
            }
        }
        assertThat(setup.neighbours().seen("/ai/moderations")).isEmpty();
    }

    @Test
    void callsItsNeighboursOnBehalfOfTheCaller() {
        alice.ask(body("prompt", "On behalf"));
        for (String path : List.of("/ai/moderations", "/ai/embeddings", "/internal/search")) {
            String token = setup.neighbours().seen(path).getFirst().caller();
            String claims =
                    new String(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]));
            assertThat(Client.tree(claims).get("sub").asString()).isEqualTo("edgar");
        }
    }

    @Test
    void carriesTheTraceOfTheRequestToTheEventWhicheverWayTheAnswerEnds() {
        assertTraced("Finished", "finished");
        assertTraced("Breaks [[simulate: fault=cut after=60 always]]", "failed");
        assertTraced("Rejected " + Neighbours.UNSAFE, "rejected");
    }

    private void assertTraced(String prompt, String outcome) {
        String trace = trace();
        Answer answer = alice.ask(body("prompt", prompt), "traceparent", parent(trace));
        var record = setup.completions().await(answer.id());
        assertThat(Client.tree(record.value()).get("outcome").asString()).isEqualTo(outcome);
        assertThat(Topic.header(record, "traceparent")).startsWith("00-" + trace + "-");
    }

    @Test
    void carriesTheTraceOfAnAnswerWhoseClientLeft() {
        String trace = trace();
        CompletionId id = CompletionId.next();
        OpenAnswer answer =
                alice.open(
                        id,
                        body("prompt", "Leaves [[simulate: pace=20]]"),
                        "traceparent",
                        parent(trace));
        answer.await(Event::isToken);
        answer.close();
        var record = setup.completions().await(id);
        assertThat(Client.tree(record.value()).get("outcome").asString()).isEqualTo("cancelled");
        assertThat(Topic.header(record, "traceparent")).startsWith("00-" + trace + "-");
    }

    @Test
    void tellsTheTraceIdWithEveryProblem() {
        String trace = trace();
        Answer refusal =
                alice.ask(
                        body("prompt", "Rejected " + Neighbours.UNSAFE),
                        "traceparent",
                        parent(trace));
        assertThat(refusal.problem().get("requestId").asString()).isEqualTo(trace);
        Answer broken =
                alice.ask(
                        body("prompt", "Broken [[simulate: fault=cut after=60]]"),
                        "traceparent",
                        parent(trace));
        assertThat(broken.all("error").getFirst().json().get("requestId").asString())
                .isEqualTo(trace);
    }

    @Test
    void tellsAliveFromReady() {
        assertThat(alice.management("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(alice.management("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private static String trace() {
        return java.util.UUID.randomUUID().toString().replace("-", "");
    }

    private static String parent(String trace) {
        return "00-" + trace + "-00f067aa0ba902b7-01";
    }
}
