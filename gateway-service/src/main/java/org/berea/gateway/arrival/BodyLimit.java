package org.berea.gateway.arrival;

import java.util.concurrent.atomic.AtomicLong;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Refuses bodies that are too large: at once when they say so, else at the byte that is too many.
 * After authentication, so that strangers learn nothing. Never buffers.
 */
@Order(0)
final class BodyLimit implements WebFilter {
    private static final String TRANSLATIONS = "/admin/translations/";
    private static final String CROSS_REFERENCES = "/admin/cross-references";

    private final long largest;
    private final long largestImport;

    BodyLimit(long largest, long largestImport) {
        this.largest = largest;
        this.largestImport = largestImport;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        long limit = isImport(request) ? largestImport : largest;
        if (request.getHeaders().getContentLength() > limit) {
            return Mono.error(tooLarge(limit));
        }
        return chain.filter(exchange.mutate().request(counted(request, limit)).build());
    }

    private static boolean isImport(ServerHttpRequest request) {
        String path = request.getPath().pathWithinApplication().value();
        return request.getMethod().equals(HttpMethod.PUT)
                && (path.startsWith(TRANSLATIONS) || path.equals(CROSS_REFERENCES));
    }

    private static ServerHttpRequest counted(ServerHttpRequest request, long limit) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> counted(super.getBody(), limit));
            }
        };
    }

    private static Flux<DataBuffer> counted(Flux<DataBuffer> body, long limit) {
        var total = new AtomicLong();
        return body.handle(
                (DataBuffer buffer, SynchronousSink<DataBuffer> next) -> {
                    if (total.addAndGet(buffer.readableByteCount()) > limit) {
                        DataBufferUtils.release(buffer);
                        next.error(tooLarge(limit));
                    } else {
                        next.next(buffer);
                    }
                });
    }

    private static ProblemException tooLarge(long limit) {
        return new ProblemException(
                Problem.of(
                        ProblemType.TOO_LARGE,
                        "body: too large (expected: at most %,d bytes)".formatted(limit)));
    }
}
