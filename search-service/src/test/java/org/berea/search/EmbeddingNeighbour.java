package org.berea.search;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.berea.contracts.embedding.EmbeddingRequest;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * An embedding service that answers as a test tells it. It is slow to questions that say so, and
 * fails on those that say that.
 */
final class EmbeddingNeighbour implements AutoCloseable {
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final List<EmbeddingRequest> asked = new CopyOnWriteArrayList<>();
    private final Function<String, EmbeddingResponse> answers;
    private final DisposableServer server;

    EmbeddingNeighbour(Function<String, EmbeddingResponse> answers) {
        this.answers = answers;
        this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    List<EmbeddingRequest> asked() {
        return List.copyOf(asked);
    }

    static EmbeddingResponse vector(String model, String version, float[] values) {
        var items = List.of(EmbeddingResponse.Item.of(0, values));
        return EmbeddingResponse.of(items, model, version, values.length, 5);
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        boolean isTrusted = request.requestHeaders().contains("X-Berea-Caller");
        return request.receive()
                .aggregate()
                .asString(StandardCharsets.UTF_8)
                .map(body -> mapper.readValue(body, EmbeddingRequest.class))
                .doOnNext(asked::add)
                .flatMap(
                        it ->
                                isTrusted
                                        ? answer(it, response)
                                        : response.status(401).send().then());
    }

    private Mono<Void> answer(EmbeddingRequest request, HttpServerResponse response) {
        String question = request.input().getFirst();
        if (question.contains("fail")) {
            return response.status(503).send().then();
        }
        var pause = question.contains("slow") ? SLOW : Duration.ZERO;
        String body = mapper.writeValueAsString(answers.apply(question));
        return Mono.delay(pause)
                .then(
                        response.header("Content-Type", "application/json")
                                .sendString(Mono.just(body))
                                .then());
    }
}
