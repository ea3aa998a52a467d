package org.berea.inference.models;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * langchain4j's HTTP client over a non-blocking one: no thread a stream, and a call can be
 * cancelled at any time.
 */
final class ReactiveHttpClient implements HttpClient {
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};
    private static final int LONGEST_ERROR = 2_000;

    private final WebClient client;

    private ReactiveHttpClient(WebClient client) {
        this.client = client;
    }

    /** Limits are the caller's, so those that langchain4j sets on the builder are kept unused. */
    static final class Builder implements HttpClientBuilder {
        private final WebClient client;
        private Duration connect = Duration.ZERO;
        private Duration read = Duration.ZERO;

        Builder(WebClient client) {
            this.client = client;
        }

        @Override
        public Duration connectTimeout() {
            return connect;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            connect = timeout;
            return this;
        }

        @Override
        public Duration readTimeout() {
            return read;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            read = timeout;
            return this;
        }

        @Override
        public HttpClient build() {
            return new ReactiveHttpClient(client);
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new IllegalStateException("only streaming calls are made");
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser unused, ServerSentEventListener listener) {
        CallHandle handle = CallHandle.CURRENT.get();
        handle.hold(
                send(request, listener)
                        .doOnEach(_ -> handle.read())
                        .contextWrite(context -> context.put(CallHandle.class, handle))
                        .subscribe(
                                event -> deliver(event, listener, handle),
                                listener::onError,
                                listener::onClose));
    }

    private Flux<ServerSentEvent<String>> send(
            HttpRequest request, ServerSentEventListener listener) {
        return client.method(HttpMethod.valueOf(request.method().name()))
                .uri(request.url())
                .headers(headers -> request.headers().forEach(headers::addAll))
                .bodyValue(request.body())
                .exchangeToFlux(response -> events(response, listener));
    }

    private static Flux<ServerSentEvent<String>> events(
            ClientResponse response, ServerSentEventListener listener) {
        if (response.statusCode().isError()) {
            return refusal(response).flatMapMany(Flux::error);
        }
        listener.onOpen(
                SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode().value())
                        .headers(headers(response))
                        .build());
        return response.bodyToFlux(EVENT);
    }

    private static Map<String, List<String>> headers(ClientResponse response) {
        var headers = new HashMap<String, List<String>>();
        response.headers().asHttpHeaders().forEach(headers::put);
        return headers;
    }

    private static Mono<HttpException> refusal(ClientResponse response) {
        String retryAfter = response.headers().asHttpHeaders().getFirst("Retry-After");
        int status = response.statusCode().value();
        return response.bodyToMono(String.class)
                .defaultIfEmpty("")
                .map(body -> body.substring(0, Math.min(body.length(), LONGEST_ERROR)))
                .map(body -> new RefusedCall(status, body, retryAfter));
    }

    private static void deliver(
            ServerSentEvent<String> event, ServerSentEventListener listener, Disposable handle) {
        String data = event.data();
        if (data != null) {
            listener.onEvent(
                    new dev.langchain4j.http.client.sse.ServerSentEvent(event.event(), data),
                    new ServerSentEventContext(new Handle(handle)));
        }
    }

    private record Handle(Disposable call) implements ServerSentEventParsingHandle {
        @Override
        public void cancel() {
            call.dispose();
        }

        @Override
        public boolean isCancelled() {
            return call.isDisposed();
        }
    }
}
