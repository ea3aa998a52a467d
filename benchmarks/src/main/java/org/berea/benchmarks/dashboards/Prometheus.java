package org.berea.benchmarks.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.berea.localstack.commands.CommandFailedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running Prometheus, asked over its API. */
final class Prometheus {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final String address;

    Prometheus(String address) {
        this.address = address;
    }

    /**
     * How many series the question has for an answer now.
     *
     * @throws CommandFailedException with its own words when it does not understand the question
     */
    int series(String query) throws InterruptedException {
        JsonNode answer = get("/api/v1/query?query=" + URLEncoder.encode(query, UTF_8));
        if (!answer.path("status").asString().equals("success")) {
            throw new CommandFailedException(query + ": " + answer.path("error").asString());
        }
        return answer.path("data").path("result").size();
    }

    /** How many of its rules it cannot evaluate. */
    int brokenRules() throws InterruptedException {
        int broken = 0;
        for (JsonNode group : get("/api/v1/rules").path("data").path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                broken += rule.path("health").asString().equals("err") ? 1 : 0;
            }
        }
        return broken;
    }

    private JsonNode get(String path) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(LIMIT);
            return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new CommandFailedException("Prometheus does not answer: " + e.getMessage(), e);
        }
    }
}
