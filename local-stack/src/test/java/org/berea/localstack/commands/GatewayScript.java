package org.berea.localstack.commands;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that gives prepared answers and remembers what it was asked. */
final class GatewayScript implements AutoCloseable {
    /** What it was asked: {@code METHOD path}, headers of interest, and the body. */
    record Asked(String line, String authorization, String accept, String type, byte[] body) {}

    private record Answer(int status, String type, String body) {}

    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    GatewayScript() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", this::handle);
        server.start();
    }

    GatewayScript answering(int status, String type, String body) {
        answers.add(new Answer(status, type, body));
        return this;
    }

    String port() {
        return Integer.toString(server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            asked.add(
                    new Asked(
                            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                            headers.getOrDefault("Authorization", List.of("")).getFirst(),
                            headers.getOrDefault("Accept", List.of("")).getFirst(),
                            headers.getOrDefault("Content-Type", List.of("")).getFirst(),
                            exchange.getRequestBody().readAllBytes()));
            Answer answer = answers.remove();
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), 0);
            exchange.getResponseBody().write(answer.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
