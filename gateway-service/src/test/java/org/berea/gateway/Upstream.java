package org.berea.gateway;

import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A service behind the gateway. What it does is in the query ({@code do=stream}), which request of
 * which test it was in the header {@code X-Test}.
 */
final class Upstream implements AutoCloseable {
    static final String TEST = "X-Test";
    private static final int LONGEST_ADDRESS = 100_000;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final DisposableServer server;
    private final Map<String, CompletableFuture<Seen>> seen = new ConcurrentHashMap<>();

    /**
     * A request as it arrived.
     *
     * @param stream what is emitted here is sent, for {@code do=stream}
     * @param bytes of the body so far
     * @param gone completed with the time when the connection closed
     */
    record Seen(
            String method,
            String uri,
            HttpHeaders headers,
            Sinks.Many<String> stream,
            AtomicLong bytes,
            CompletableFuture<Long> gone) {}

    private Upstream(int port) {
        server =
                HttpServer.create()
                        .host("127.0.0.1")
                        .port(port)
                        .httpRequestDecoder(it -> it.maxInitialLineLength(LONGEST_ADDRESS))
                        .handle(this::handle)
                        .bindNow();
    }

    static Upstream start() {
        return new Upstream(0);
    }

    static Upstream start(int port) {
        return new Upstream(port);
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The request of that test, waited for. */
    Seen seen(String test) {
        try {
            return future(test).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("no request of " + test, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    boolean hasSeen(String test) {
        return future(test).isDone();
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private CompletableFuture<Seen> future(String test) {
        return seen.computeIfAbsent(test, _ -> new CompletableFuture<>());
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        var gone = new CompletableFuture<Long>();
        request.withConnection(
                it ->
                        it.channel()
                                .closeFuture()
                                .addListener(_ -> gone.complete(System.nanoTime())));
        var now =
                new Seen(
                        request.method().name(),
                        request.uri(),
                        request.requestHeaders().copy(),
                        Sinks.many().unicast().onBackpressureBuffer(),
                        new AtomicLong(),
                        gone);
        future(String.valueOf(request.requestHeaders().get(TEST))).complete(now);
        Mono<Void> body =
                request.receive()
                        .doOnNext(part -> now.bytes().addAndGet(part.readableBytes()))
                        .then();
        return body.thenMany(answer(request.uri(), response, now));
    }

    private static Publisher<Void> answer(String uri, HttpServerResponse response, Seen now) {
        String todo = uri.contains("do=") ? uri.substring(uri.indexOf("do=") + 3) : "";
        return switch (todo) {
            case "stream" -> events(response, now.stream().asFlux());
            case "cut" ->
                    events(
                            response,
                            Flux.just("one").concatWith(Mono.error(new IllegalStateException())));
            case "hang-up" -> {
                response.withConnection(it -> it.channel().close());
                yield Mono.never();
            }
            case "half" ->
                    response.sendString(
                            Flux.just("{").concatWith(Mono.error(new IllegalStateException())));
            case "refuse-caller" ->
                    response.status(401).header("Content-Length", "2").sendString(Mono.just("no"));
            case "silence" -> Mono.never();
            default ->
                    response.header("Content-Type", "application/json")
                            .header("Connection", "X-Berea-Secret")
                            .sendString(Mono.just("{\"ok\":true}"));
        };
    }

    private static Publisher<Void> events(HttpServerResponse response, Flux<String> data) {
        return response.sse()
                .header("Cache-Control", "no-cache, no-transform")
                .sendString(data.map(text -> "data: " + text + "\n\n"));
    }
}
