package org.berea.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the gateway as any client would. */
record Client(String address, String token) {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    Answer ask(String prompt) {
        return ask(Map.of("prompt", prompt));
    }

    /** Asks and reads the events to their end. */
    Answer ask(Map<String, Object> body) {
        HttpRequest request = completions(body).header("Accept", "text/event-stream").build();
        HttpResponse<InputStream> response = send(request, BodyHandlers.ofInputStream());
        try (var reader = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            return Answer.read(response.statusCode(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the sample's vectors are whole, which is a little after its text. */
    void awaitVectors() {
        Await.until(
                "all verses have vectors",
                Duration.ofSeconds(60),
                () -> !ask("What does Psalm 23:1 say?").degraded().contains("no-vectors"));
    }

    HttpResponse<String> askForJson(String prompt) {
        return send(
                completions(Map.of("prompt", prompt)).header("Accept", "application/json").build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE().build(), BodyHandlers.ofString());
    }

    JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder completions(Map<String, Object> body) {
        return request("/ai/completions")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
