package org.berea.gateway.arrival;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * One line for every request from outside, at its end: no query, no headers, nobody's name. What
 * probes and Prometheus ask on the management port would drown it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class AccessLog implements WebFilter {
    private static final Logger log = LoggerFactory.getLogger("access");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (WebServerApplicationContext.hasServerNamespace(
                exchange.getApplicationContext(), "management")) {
            return chain.filter(exchange);
        }
        long start = System.nanoTime();
        return chain.filter(exchange).doFinally(end -> write(exchange, end, start));
    }

    private static void write(ServerWebExchange exchange, SignalType end, long start) {
        var request = exchange.getRequest();
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        log.info(
                "{} {} {} {} {} ms",
                request.getMethod(),
                request.getURI().getRawPath(),
                status == null ? "-" : status.value(),
                outcome(end),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private static String outcome(SignalType end) {
        return switch (end) {
            case ON_COMPLETE -> "complete";
            case CANCEL -> "left";
            default -> "failed";
        };
    }
}
