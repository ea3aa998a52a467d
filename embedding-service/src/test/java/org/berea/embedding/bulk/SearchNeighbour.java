package org.berea.embedding.bulk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.contracts.search.VectorBatch;
import org.berea.embedding.RunningService;
import tools.jackson.databind.json.JsonMapper;

/** Stands where search would: keeps what it is sent, and fails as often as it is told. */
final class SearchNeighbour implements AutoCloseable {
    private final JsonMapper json = new JsonMapper();
    private final CallerTokens tokens = RunningService.tokens();
    private final List<VectorBatch> kept = new CopyOnWriteArrayList<>();
    private final List<Caller> callers = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final HttpServer server;
    private volatile int status = 204;

    private SearchNeighbour(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/internal/vectors", this::take);
        server.start();
    }

    static SearchNeighbour start(int port) throws IOException {
        return new SearchNeighbour(port);
    }

    void answer(int newStatus) {
        status = newStatus;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<VectorBatch> kept() {
        return List.copyOf(kept);
    }

    List<Caller> callers() {
        return List.copyOf(callers);
    }

    int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            tokens.verify(exchange.getRequestHeaders().getFirst(CallerTokens.HEADER))
                    .ifPresent(callers::add);
            if (status == 204) {
                kept.add(json.readValue(body, VectorBatch.class));
            } else {
                refused.incrementAndGet();
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
