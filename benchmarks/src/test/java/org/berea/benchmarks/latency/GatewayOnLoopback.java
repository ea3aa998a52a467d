package org.berea.benchmarks.latency;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.berea.localstack.commands.GatewayClient;
import tools.jackson.databind.JsonNode;

/** An HTTP server that answers as the gateway would, in good days and bad. */
final class GatewayOnLoopback implements AutoCloseable {
    /** What to do with a question; each form is counted for itself. */
    interface Behaviour {
        void answer(HttpExchange exchange, int number) throws IOException, InterruptedException;
    }

    final List<JsonNode> prompts = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();

    GatewayOnLoopback(Behaviour behaviour) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/ai/completions", exchange -> handle(exchange, behaviour));
        server.start();
    }

    String port() {
        return Integer.toString(server.getAddress().getPort());
    }

    static void send(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    static void begin(HttpExchange exchange, int status, String type) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, 0);
    }

    private void handle(HttpExchange exchange, Behaviour behaviour) throws IOException {
        try (exchange) {
            prompts.add(
                    GatewayClient.JSON
                            .readTree(exchange.getRequestBody().readAllBytes())
                            .path("prompt"));
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            String accepted = exchange.getRequestHeaders().getFirst("Accept");
            behaviour.answer(
                    exchange,
                    numbers.computeIfAbsent(accepted, _ -> new AtomicInteger()).getAndIncrement());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
