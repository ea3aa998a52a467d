package org.berea.benchmarks.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.berea.localstack.commands.CommandFailedException;
import org.berea.localstack.commands.GatewayClient;
import org.berea.localstack.commands.TimedLines;
import tools.jackson.core.JacksonException;

/** Asks one question and times its answer. */
final class Asker {
    private static final String PATH = "/ai/completions";

    private final GatewayClient client;
    private final Limits limits;

    Asker(GatewayClient client, Limits limits) {
        this.client = client;
        this.limits = limits;
    }

    Outcome ask(String prompt, Form form) throws InterruptedException {
        HttpRequest request = request(prompt, form);
        var watch = Stopwatch.start();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return GatewayClient.isFailure(response)
                        ? refused(response.statusCode(), body, watch)
                        : read(body, reading(form, watch), watch);
            }
        } catch (CommandFailedException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            return new Outcome.Failed("unreadable answer");
        } catch (IOException e) {
            return new Outcome.Failed("connection lost");
        }
    }

    private HttpRequest request(String prompt, Form form) {
        String body = GatewayClient.JSON.writeValueAsString(Map.of("prompt", prompt));
        return client.request(PATH, limits.headers())
                .header("Content-Type", "application/json")
                .header("Accept", form.mediaType())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static Reading reading(Form form, Stopwatch watch) {
        return switch (form) {
            case STREAM -> new StreamReading(watch);
            case BODY -> new BodyReading(watch);
        };
    }

    private Outcome refused(int status, InputStream body, Stopwatch watch)
            throws InterruptedException {
        return read(body, new ProblemReading(status), watch);
    }

    // To its end, not only to [DONE]: the next question then finds the connection free.
    private Outcome read(InputStream body, Reading reading, Stopwatch watch)
            throws InterruptedException {
        var source = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        var lines = new TimedLines(source.lines(), limits.silence());
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (watch.elapsed().compareTo(limits.whole()) > 0) {
                return new Outcome.Failed(
                        "no end within %d s".formatted(limits.whole().toSeconds()));
            }
            reading.accept(line.get());
        }
        return reading.outcome();
    }
}
