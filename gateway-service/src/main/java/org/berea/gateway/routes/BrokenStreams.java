package org.berea.gateway.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.berea.chassis.problem.ProblemResponse;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemType;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends a stream whose service died, fell silent or went on for too long with an {@code error}
 * event, as the service itself would have done. The headers' limit says nothing about what follows
 * them. When not even that event can be written, because the client does not read, the connection
 * is closed: a stream that nobody takes would otherwise stay open for ever.
 */
final class BrokenStreams implements GlobalFilter, Ordered {
    private static final Logger log = LoggerFactory.getLogger(BrokenStreams.class);

    private final ProblemResponse problems;
    private final StreamSettings limits;

    BrokenStreams(ProblemResponse problems, StreamSettings limits) {
        this.problems = problems;
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange.mutate().response(ended(exchange.getResponse())).build());
    }

    private ServerHttpResponse ended(ServerHttpResponse response) {
        return new ServerHttpResponseDecorator(response) {
            @Override
            public Mono<Void> writeAndFlushWith(
                    Publisher<? extends Publisher<? extends DataBuffer>> body) {
                return isStream(this) ? written(body) : super.writeAndFlushWith(body);
            }

            private Mono<Void> written(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                Sinks.Empty<Void> broken = Sinks.empty();
                Mono<Void> stuck =
                        broken.asMono()
                                .then(Mono.delay(limits.farewell()))
                                .then(
                                        Mono.error(
                                                () -> new IOException("the client does not read")));
                return Mono.firstWithSignal(
                        super.writeAndFlushWith(ended(this, body, broken)), stuck);
            }
        };
    }

    private static boolean isStream(ServerHttpResponse response) {
        return MediaType.TEXT_EVENT_STREAM.isCompatibleWith(response.getHeaders().getContentType());
    }

    private Flux<Publisher<? extends DataBuffer>> ended(
            ServerHttpResponse response,
            Publisher<? extends Publisher<? extends DataBuffer>> body,
            Sinks.Empty<Void> broken) {
        Mono<Void> tooLong =
                Mono.delay(limits.whole())
                        .then(Mono.error(() -> new TimeoutException("too long a stream")));
        return Flux.<Publisher<? extends DataBuffer>>from(body)
                .timeout(limits.silence())
                .takeUntilOther(tooLong)
                .doOnError(_ -> broken.tryEmitEmpty())
                .onErrorResume(IOException.class, e -> Flux.just(error(response, e)))
                .onErrorResume(TimeoutException.class, e -> Flux.just(error(response, e)));
    }

    private Mono<DataBuffer> error(ServerHttpResponse response, Exception failure) {
        log.warn("a stream was interrupted: {}", failure.toString());
        Problem problem =
                problems.complete(
                        Problem.of(ProblemType.INTERRUPTED, "the answer broke off before its end"));
        String event =
                "\n\nevent: error\ndata: %s\n\n"
                        .formatted(new String(problems.body(problem), UTF_8));
        return Mono.just(response.bufferFactory().wrap(event.getBytes(UTF_8)));
    }
}
