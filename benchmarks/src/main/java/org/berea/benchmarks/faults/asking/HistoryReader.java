package org.berea.benchmarks.faults.asking;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** One user who looks at their history all the time, and writes down what the API says. */
final class HistoryReader {
    private static final String USER = "user-1";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int UNREACHABLE = 0;

    private final HttpClient http;
    private final URI history;
    private final Tokens tokens;
    private final Journal journal;

    HistoryReader(HttpClient http, String address, Tokens tokens, Journal journal) {
        this.http = http;
        this.history = URI.create(address + "/ai/history");
        this.tokens = tokens;
        this.journal = journal;
    }

    void read() throws InterruptedException {
        Instant at = Instant.now();
        int status = status();
        journal.add(
                Map.of(
                        "at", at.toString(),
                        "endedAt", Instant.now().toString(),
                        "status", status));
        Thread.sleep(PAUSE);
    }

    private int status() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(history)
                            .timeout(LIMIT)
                            .header("Authorization", "Bearer " + tokens.of(USER))
                            .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return UNREACHABLE;
        }
    }
}
