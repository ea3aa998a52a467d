package org.berea.benchmarks.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Takes spans by OTLP over HTTP, on 127.0.0.1, and keeps them. */
final class Receiver implements AutoCloseable {
    private static final int OK = 200;
    private static final int BAD = 400;

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    private Receiver(HttpServer server) {
        this.server = server;
        server.createContext("/v1/traces", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /**
     * @param port 0 for any that is free
     */
    static Receiver open(int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return new Receiver(HttpServer.create(address, 0));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen", e);
        }
    }

    /** Where spans are to be sent. */
    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Those that have come so far of the trace in which there is a step of that name. */
    List<Span> traceWith(String name) {
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .map(known -> of(known.trace()))
                .orElse(List.of());
    }

    private List<Span> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = OK;
            try {
                spans.addAll(SpanReader.read(exchange.getRequestBody().readAllBytes()));
            } catch (IllegalArgumentException e) {
                status = BAD;
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
