package org.berea.inference.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service as the gateway does. */
public final class Client implements AutoCloseable {
    public static final Duration LIMIT = Duration.ofSeconds(60);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Inference inference;
    private final Caller caller;

    public Client(Inference inference, Caller caller) {
        this.inference = inference;
        this.caller = caller;
    }

    /** A body with these fields, given as name, value, name, value. */
    public static String body(Object... fields) {
        var body = MAPPER.createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            body.set((String) fields[i], MAPPER.valueToTree(fields[i + 1]));
        }
        return MAPPER.writeValueAsString(body);
    }

    /** An answer as a stream, from its headers on. */
    public OpenAnswer open(CompletionId id, String body, String... headers) {
        return new OpenAnswer(
                id,
                send(post(id, body, "text/event-stream", headers), BodyHandlers.ofInputStream()));
    }

    /** A whole streamed answer. */
    public Answer ask(String body, String... headers) {
        try (OpenAnswer open = open(CompletionId.next(), body, headers)) {
            return open.whole();
        }
    }

    /** An answer as one body, or a problem. */
    public HttpResponse<String> json(String body, String... headers) {
        return send(
                post(CompletionId.next(), body, "application/json", headers),
                BodyHandlers.ofString());
    }

    /** Begins to ask; cancelling the future closes the connection. */
    public CompletableFuture<HttpResponse<String>> begin(
            CompletionId id, String body, String accept) {
        return http.sendAsync(post(id, body, accept), BodyHandlers.ofString());
    }

    public HttpResponse<String> delete(String id) {
        return send(
                HttpRequest.newBuilder(inference.url("/ai/completions/" + id))
                        .header(CallerTokens.HEADER, Inference.token(caller))
                        .DELETE()
                        .build(),
                BodyHandlers.ofString());
    }

    public static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    /** What the management port answers. */
    public HttpResponse<String> management(String path) {
        return send(
                HttpRequest.newBuilder(inference.management(path)).build(),
                BodyHandlers.ofString());
    }

    /** The sum of a metric over all series with these labels, {@code name="value"}. */
    public double metric(String name, Map<String, String> labels) {
        return management("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(
                        line ->
                                labels.entrySet().stream()
                                        .allMatch(
                                                label ->
                                                        line.contains(
                                                                label.getKey()
                                                                        + "=\""
                                                                        + label.getValue()
                                                                        + "\"")))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest post(CompletionId id, String body, String accept, String... headers) {
        URI uri = inference.url("/ai/completions");
        var request =
                HttpRequest.newBuilder(uri)
                        .timeout(LIMIT)
                        .header("Content-Type", "application/json")
                        .header("Accept", accept)
                        .header(CompletionId.HEADER, id.value())
                        .header(CallerTokens.HEADER, Inference.token(caller))
                        .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new AssertionError(request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
