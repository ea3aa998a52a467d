package org.berea.embedding.encoding;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands where a remote model would, and answers as it is told. */
public final class ModelNeighbour implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** How a call is answered. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Call call) throws IOException, InterruptedException;
    }

    /** A call that came in. */
    public record Call(HttpExchange exchange, JsonNode body) {
        public List<String> input() {
            return body.get("input").valueStream().map(JsonNode::asString).toList();
        }

        public void send(int status, String json, String... headers) throws IOException {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }

        /** Vectors of three numbers, of which the first is the length of the text. */
        public void embed() throws IOException {
            var data =
                    IntStream.range(0, input().size())
                            .mapToObj(i -> item(i, List.of(input().get(i).length(), 1, 0)))
                            .toList();
            send(200, answer(data));
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Behaviour behaviour = Call::embed;

    private ModelNeighbour() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/embeddings", this::take);
        server.start();
    }

    public static ModelNeighbour start() throws IOException {
        return new ModelNeighbour();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    /** In the order in which they came. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    static Map<String, Object> item(int index, List<? extends Number> vector) {
        return Map.of("object", "embedding", "index", index, "embedding", vector);
    }

    static String answer(List<Map<String, Object>> data) {
        return JSON.writeValueAsString(
                Map.of("object", "list", "data", data, "usage", Map.of("prompt_tokens", 60)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = new Call(exchange, JSON.readTree(exchange.getRequestBody().readAllBytes()));
            calls.add(call);
            behaviour.answer(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
