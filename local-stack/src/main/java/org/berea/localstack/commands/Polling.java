package org.berea.localstack.commands;

import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Asks again and again how far an import is, but not for ever. */
final class Polling {
    private static final Duration READ_LIMIT = Duration.ofSeconds(30);
    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(30);
    private static final long PAUSE_MILLIS = 500;
    private static final int FOUND = 200;

    private final Supplier<GatewayClient> clients;
    private final PrintStream out;
    private final Instant end = Instant.now().plus(IMPORT_LIMIT);
    private String told = "";

    /**
     * @param clients gives one with a fresh token
     */
    Polling(Supplier<GatewayClient> clients, PrintStream out) {
        this.clients = clients;
        this.out = out;
    }

    /** Whether there is something at that path. */
    boolean exists(String path) throws InterruptedException {
        var client = clients.get();
        var request = client.request(path, READ_LIMIT).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == FOUND;
    }

    <T> T read(String path, Class<T> type) throws InterruptedException {
        var client = clients.get();
        String body = client.sendForText(client.request(path, READ_LIMIT).build());
        return GatewayClient.JSON.readValue(body, type);
    }

    /** Says how far it is, if that is news, and waits a little. */
    void pause(String progress) throws InterruptedException {
        if (!progress.equals(told)) {
            out.println("  " + progress);
        }
        told = progress;
        if (Instant.now().isAfter(end)) {
            throw new CommandFailedException(
                    "not done after %d minutes; it goes on by itself"
                            .formatted(IMPORT_LIMIT.toMinutes()));
        }
        Thread.sleep(PAUSE_MILLIS);
    }
}
