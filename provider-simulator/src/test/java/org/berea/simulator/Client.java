package org.berea.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAI client as small as it can be, with a limit on every wait. */
final class Client {
    static final JsonMapper JSON = new JsonMapper();
    static final String VERSES =
            """
            Passages:
            [Romans 8:27] And he who searches the hearts knows what the Spirit intends.
            [Romans 8:28] And we know that all things work together for good for those who love God, who are called according to his purpose.
            [Romans 8:29] For those whom he knew beforehand he also chose beforehand.
            """;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Client(URI base) {
        this.base = base;
    }

    /** A request body with the verses of Romans 8 as context. */
    static String body(String question, String more) {
        return body(List.of("system", VERSES, "user", question), more);
    }

    /** A request body out of roles and contents in turn. */
    static String body(List<String> messages, String more) {
        var list = JSON.createArrayNode();
        for (int i = 0; i < messages.size(); i += 2) {
            list.addObject().put("role", messages.get(i)).put("content", messages.get(i + 1));
        }
        return "{\"model\":\"sim-small\",\"messages\":" + list + more + "}";
    }

    HttpResponse<String> chat(String body, String... headers) {
        return send("POST", "/v1/chat/completions", body, headers);
    }

    /** The whole text of a streamed answer. */
    String streamedText(String question, String... headers) {
        var response = chat(body(question, ",\"stream\":true"), headers);
        return text(chunks(response.body()).toList());
    }

    HttpResponse<Stream<String>> open(String body) {
        try {
            return http.send(request("POST", "/v1/chat/completions", body), BodyHandlers.ofLines());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        try {
            return http.send(request(method, path, body, headers), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) {
        return JSON.readTree(send("GET", path, "").body());
    }

    private HttpRequest request(String method, String path, String body, String... headers) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    /** The JSON chunks of an SSE body, without {@code [DONE]}. */
    static Stream<JsonNode> chunks(String body) {
        return body.lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> JSON.readTree(line.substring(6)));
    }

    static String text(List<JsonNode> chunks) {
        var text = new StringBuilder();
        chunks.forEach(chunk -> text.append(content(chunk)));
        return text.toString();
    }

    static String content(JsonNode chunk) {
        return chunk.at("/choices/0/delta/content").asString("");
    }

    static String answer(HttpResponse<String> whole) {
        return JSON.readTree(whole.body()).at("/choices/0/message/content").asString();
    }
}
