package org.berea.gateway.arrival;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Takes from a request what only we may say, before anything reads it. {@code Connection} goes
 * first of all: it could name headers that the gateway itself adds later, and have them removed on
 * the way.
 */
final class OutsideHeaders implements HttpHandlerDecoratorFactory {
    private static final List<String> OURS = List.of("x-berea-", "x-forwarded-");
    private static final Set<String> HOP_AND_ORIGIN =
            Set.of(
                    "connection",
                    "proxy-connection",
                    "keep-alive",
                    "upgrade",
                    "te",
                    "forwarded",
                    "x-real-ip",
                    "x-original-url",
                    "x-rewrite-url",
                    "x-http-method-override",
                    "proxy-authorization");
    private static final Set<String> TRACE = Set.of("traceparent", "tracestate", "baggage", "b3");

    private final boolean trustTrace;

    OutsideHeaders(boolean trustTrace) {
        this.trustTrace = trustTrace;
    }

    @Override
    public HttpHandler apply(HttpHandler next) {
        return (request, response) -> next.handle(stripped(request), response);
    }

    private ServerHttpRequest stripped(ServerHttpRequest request) {
        return request.mutate().headers(this::strip).build();
    }

    private void strip(HttpHeaders headers) {
        List.copyOf(headers.headerNames()).stream()
                .filter(name -> isRemoved(name.toLowerCase(Locale.ROOT)))
                .forEach(headers::remove);
    }

    private boolean isRemoved(String name) {
        return HOP_AND_ORIGIN.contains(name)
                || OURS.stream().anyMatch(name::startsWith)
                || (!trustTrace && (TRACE.contains(name) || name.startsWith("x-b3-")));
    }
}
