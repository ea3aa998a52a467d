package org.berea.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.berea.contracts.Check;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** What the edge of every service does, whichever web stack it runs on. */
public interface EdgeContract {
    String KEY = "YSBrZXkgdGhhdCBpcyBsb25nIGVub3VnaCBmb3IgdGVzdHM=";

    int port();

    int managementPort();

    record Part(String name) {
        public Part {
            Check.text("name", name, 10);
        }
    }

    record Ask(String prompt, List<Part> parts) {
        public Ask {
            Check.text("prompt", prompt, 200);
            parts = parts == null ? List.of() : List.copyOf(parts);
        }

        public Answer answer() {
            return switch (prompt) {
                case "limit" ->
                        throw new ProblemException(Problem.of(ProblemType.RATE_LIMITED, "slower"));
                case "bug" -> throw new IllegalStateException("a secret detail");
                default -> new Answer(prompt);
            };
        }
    }

    record Answer(String text) {}

    @Test
    default void nobodyGetsInWithoutACallerToken() throws Exception {
        HttpResponse<String> answer = send(request("/who").build());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).contains(Problem.MEDIA_TYPE);
        assertThat(answer.body()).contains("urn:berea:problem:unauthenticated");
        assertThat(send(request("/nowhere").build()).statusCode()).isEqualTo(401);
        assertThat(send(request("/who").header(CallerTokens.HEADER, "x.y.z").build()).statusCode())
                .isEqualTo(401);
    }

    @Test
    default void theVerifiedCallerReachesTheHandler() throws Exception {
        HttpResponse<String> answer = send(signed(request("/who")).build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("service:test");
    }

    @Test
    default void managementHasAPortOfItsOwnAndNoCallers() throws Exception {
        URI health = uri(managementPort(), "/actuator/health/liveness");

        assertThat(send(HttpRequest.newBuilder(health).build()).statusCode()).isEqualTo(200);
        assertThat(send(signed(request("/actuator/health")).build()).statusCode()).isEqualTo(404);
    }

    @Test
    default void anUnknownFieldIsNamedWithTheKnownOnes() throws Exception {
        assertRefused(
                "{\"prompt\":\"x\",\"promt\":1}",
                "promt",
                "promt: unknown field (expected: one of parts, prompt)");
    }

    @Test
    default void aValueThatARecordRefusesIsNamedByItsWholePath() throws Exception {
        assertRefused(
                "{\"prompt\":\"\"}",
                "prompt",
                "prompt: '' (expected: at least one visible character)");
        assertRefused(
                "{\"prompt\":\"x\",\"parts\":[{\"name\":\"a\"},{\"name\":\" \"}]}",
                "parts[1].name",
                "parts[1].name: '' (expected: at least one visible character)");
    }

    @Test
    default void aMissingFieldAWrongTypeAndBrokenJsonAreNamed() throws Exception {
        assertRefused("{}", "prompt", "prompt: missing");
        assertRefused("{\"prompt\":{}}", "prompt", "prompt: wrong type (expected: a string)");
        assertRefused(
                "{\"prompt\":\"x\",\"parts\":\"y\"}",
                "parts",
                "parts: wrong type (expected: a list)");
        assertRefused("{\"prompt\":", "body", "body: not JSON");
    }

    @Test
    default void aRefusalThatTimeMendsTellsWhenToComeBack() throws Exception {
        HttpResponse<String> answer = post("{\"prompt\":\"limit\"}");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("retry-after")).contains("2");
        assertThat(answer.body())
                .contains("\"retryable\":true")
                .containsPattern("\"requestId\":\"\\w{32}\"");
    }

    @Test
    default void aBugIsAProblemThatTellsNothingOfItself() throws Exception {
        HttpResponse<String> answer = post("{\"prompt\":\"bug\"}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains("urn:berea:problem:unavailable")
                .doesNotContain("secret");
    }

    @Test
    default void whatIsNotThereIsAProblemToo() throws Exception {
        assertThat(send(signed(request("/nowhere")).build()).body())
                .contains("urn:berea:problem:not-found");
        assertThat(send(signed(request("/ask")).build()).statusCode()).isEqualTo(405);
    }

    private void assertRefused(String body, String field, String message) throws Exception {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("urn:berea:problem:invalid-request")
                .contains("\"field\":\"" + field + "\"")
                .contains(message);
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(
                signed(request("/ask"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(port(), path)).timeout(Duration.ofSeconds(10));
    }

    private static HttpRequest.Builder signed(HttpRequest.Builder request) {
        var tokens = new CallerTokens(Base64.getDecoder().decode(KEY), "test", Clock.systemUTC());
        return request.header(CallerTokens.HEADER, tokens.mint(Caller.service("test")));
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
