package org.berea.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** A model server that repeats in its errors all that it was sent: the key, and the question. */
final class TalkativeModel implements AutoCloseable {
    private static final int[] STATUSES = {401, 400, 429, 500};

    private final HttpServer server;
    private int calls;

    TalkativeModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    int calls() {
        return calls;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String heard = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        int turn = calls++;
        if (turn % 5 == STATUSES.length) {
            // Good to begin with, then no JSON any more.
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            respond(exchange, 200, "data: {\"choices\": " + key + heard + "\n\n");
            return;
        }
        var error = Map.of("error", Map.of("message", "wrong key " + key + " with " + heard));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        respond(exchange, STATUSES[turn % 5], Client.JSON.writeValueAsString(error));
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
