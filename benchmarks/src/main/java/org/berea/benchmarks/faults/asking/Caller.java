package org.berea.benchmarks.faults.asking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.berea.localstack.commands.EventReader;
import org.berea.localstack.commands.ServerSentEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a question, sees what comes of it, and tells its page of the journal. */
final class Caller {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration HEADERS = Duration.ofSeconds(60);
    private static final Duration WHOLE = Duration.ofSeconds(180);

    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);

    private final HttpClient http;
    private final String address;
    private final Tokens tokens;
    private final ScheduledExecutorService watch;

    Caller(HttpClient http, String address, Tokens tokens, ScheduledExecutorService watch) {
        this.http = http;
        this.address = address;
        this.tokens = tokens;
        this.watch = watch;
    }

    void ask(Wish wish, Page page) throws InterruptedException {
        try {
            HttpResponse<InputStream> response =
                    http.send(question(wish), BodyHandlers.ofInputStream());
            read(wish, response, page);
        } catch (IOException e) {
            page.end("unreachable", Map.of("why", String.valueOf(e)));
            Thread.sleep(AFTER_REFUSAL);
        }
    }

    private void read(Wish wish, HttpResponse<InputStream> response, Page page)
            throws InterruptedException {
        response.headers().firstValue("Location").ifPresent(page::location);
        var silence =
                watch.schedule(() -> giveUp(response, page), WHOLE.toSeconds(), TimeUnit.SECONDS);
        try (var body = response.body()) {
            if (response.statusCode() != 200) {
                page.end("refused", Map.of("status", response.statusCode(), "type", type(body)));
            } else if (wish.stream()) {
                readEvents(wish, body, page);
            } else {
                readBody(body, page);
            }
        } catch (IOException e) {
            page.end("broken", Map.of("why", String.valueOf(e)));
        } finally {
            silence.cancel(false);
        }
    }

    private void readEvents(Wish wish, InputStream body, Page page)
            throws IOException, InterruptedException {
        var events = new EventReader();
        int seen = 0;
        try (var reader = new BufferedReader(new InputStreamReader(body, UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Optional<ServerSentEvent> event = events.accept(line);
                if (event.isPresent()) {
                    note(event.get(), page);
                    if (seen++ == wish.events() && act(wish, page)) {
                        return;
                    }
                }
            }
        }
        page.endOfStream();
    }

    private static void note(ServerSentEvent event, Page page) {
        switch (event.name()) {
            case "start" -> page.start(JSON.readTree(event.data()).path("id").asString(""));
            case "error" ->
                    page.error(JSON.readTree(event.data()).path("type").asString("unknown"));
            case "message" -> page.message(event.data().equals("[DONE]"));
            default -> page.other();
        }
    }

    /** Whether that was the end of it. */
    private boolean act(Wish wish, Page page) throws InterruptedException {
        return switch (wish.act()) {
            case STAY -> false;
            case LEAVE -> {
                page.end("left", Map.of());
                yield true;
            }
            case STOP -> {
                stop(wish, page);
                yield false;
            }
        };
    }

    private void stop(Wish wish, Page page) throws InterruptedException {
        try {
            HttpRequest request = request(wish, "/ai/completions/" + page.id()).DELETE().build();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            page.stopped(status);
        } catch (IOException e) {
            page.stopped(0);
        }
    }

    private static void readBody(InputStream body, Page page) throws IOException {
        try {
            JsonNode answer = JSON.readTree(body.readAllBytes());
            page.start(answer.path("id").asString(""));
            page.end("done", Map.of());
        } catch (JacksonException e) {
            page.end("clean", Map.of("why", "half a JSON body"));
        }
    }

    private static String type(InputStream body) throws IOException {
        try {
            return JSON.readTree(body.readAllBytes()).path("type").asString("none");
        } catch (JacksonException e) {
            return "none";
        }
    }

    private static void giveUp(HttpResponse<InputStream> response, Page page) {
        page.end("silent", Map.of());
        try {
            response.body().close();
        } catch (IOException e) {
            page.other();
        }
    }

    private HttpRequest question(Wish wish) {
        String body = JSON.writeValueAsString(Map.of("prompt", wish.prompt()));
        return request(wish, "/ai/completions")
                .header("Content-Type", "application/json")
                .header("Accept", wish.stream() ? "text/event-stream" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(Wish wish, String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(HEADERS)
                .header("Authorization", "Bearer " + tokens.of(wish.user()));
    }
}
