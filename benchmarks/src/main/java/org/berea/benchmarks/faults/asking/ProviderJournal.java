package org.berea.benchmarks.faults.asking;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Copies what the simulator remembers of ended calls, because it forgets all when it dies. */
public final class ProviderJournal implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final Journal journal;
    private final Set<String> copied = new HashSet<>();
    private final Thread copying;

    public ProviderJournal(String simulator, Journal journal) {
        this.address = URI.create(simulator + "/journal");
        this.journal = journal;
        this.copying = Thread.ofVirtual().start(this::keepCopying);
    }

    private void keepCopying() {
        try {
            while (true) {
                copy();
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void copy() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
            String entries = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            for (JsonNode entry : JSON.readTree(entries)) {
                if (entry.hasNonNull("finishedAt") && copied.add(key(entry))) {
                    journal.addLine(JSON.writeValueAsString(entry));
                }
            }
        } catch (IOException | JacksonException e) {
            Thread.sleep(PERIOD); // it is being killed or held; what it knew is told or lost
        }
    }

    private static String key(JsonNode entry) {
        return entry.path("number").asString("") + entry.path("receivedAt").asString("");
    }

    /** Copies once more, and ends. */
    @Override
    public void close() {
        copying.interrupt();
        try {
            copying.join();
            copy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        journal.close();
    }
}
