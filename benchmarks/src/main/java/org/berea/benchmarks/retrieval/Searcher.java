package org.berea.benchmarks.retrieval;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.problem.Problem;
import org.berea.localstack.commands.CommandFailedException;
import org.berea.localstack.commands.GatewayClient;
import tools.jackson.core.JacksonException;

/** Asks the gateway for the verses of a question, and again where another try may help. */
final class Searcher {
    /** As many as an answer of the evaluation has. */
    static final int MOST_VERSES = 100;

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int TRIES = 4;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_FAULT = 500;
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final GatewayClient client;
    private final Users users;
    private final String translation;

    Searcher(GatewayClient client, Users users, String translation) {
        this.client = client;
        this.users = users;
        this.translation = translation;
    }

    /**
     * The verses; what is degraded is asked again, since it is the whole suite that is measured.
     */
    Outcome search(String query) throws InterruptedException {
        Outcome outcome = ask(query);
        for (int tries = 1; outcome.mayPass() && tries < TRIES; tries++) {
            outcome = ask(query);
        }
        return outcome;
    }

    private Outcome ask(String query) throws InterruptedException {
        try {
            var response = client.send(request(query), BodyHandlers.ofString());
            return GatewayClient.isFailure(response) ? refused(response) : read(response.body());
        } catch (CommandFailedException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()), true);
        }
    }

    private HttpRequest request(String query) {
        String path =
                "/ai/search?q=%s&translation=%s&context=0&limit=%d"
                        .formatted(encoded(query), encoded(translation), MOST_VERSES);
        return client.request(path, LIMIT)
                .setHeader("Authorization", users.next())
                .header("Accept", "application/json")
                .build();
    }

    private static Outcome read(String body) {
        try {
            var answer = GatewayClient.JSON.readValue(body, SearchAnswer.class);
            var verses = answer.verses().stream().limit(MOST_VERSES).toList();
            return new Outcome.Searched(verses, answer.degraded());
        } catch (JacksonException | InvalidValueException e) {
            return new Outcome.Failed("unreadable answer", false);
        }
    }

    private static Outcome refused(HttpResponse<String> response) throws InterruptedException {
        int status = response.statusCode();
        boolean mayPass = status == TOO_MANY_REQUESTS || status >= SERVER_FAULT;
        if (mayPass) {
            Thread.sleep(Duration.ofSeconds(wait(response)));
        }
        return new Outcome.Failed(status + " " + words(response.body()), mayPass);
    }

    private static long wait(HttpResponse<String> response) {
        long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
        return Math.clamp(seconds, 1, LONGEST_WAIT_SECONDS);
    }

    private static String words(String body) {
        try {
            var problem = GatewayClient.JSON.readValue(body, Problem.class);
            return problem.title() + ": " + problem.detail();
        } catch (JacksonException | IllegalArgumentException e) {
            return "without a problem's words";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
