package org.berea.chassis.reactive;

import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets in only who shows a valid caller token. The management port has no callers. */
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class CallerFilter implements WebFilter {
    static final String CALLER = Caller.class.getName();
    private static final String MANAGEMENT = "/actuator";

    private final CallerTokens tokens;

    CallerFilter(CallerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (isManagement(exchange)) {
            return chain.filter(exchange);
        }
        String token = exchange.getRequest().getHeaders().getFirst(CallerTokens.HEADER);
        return tokens.verify(token)
                .map(caller -> admit(exchange, chain, caller))
                .orElseGet(() -> Mono.error(new ProblemException(refusal())));
    }

    /** Nothing but the management endpoints is ever mapped below this path. */
    private static boolean isManagement(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return path.equals(MANAGEMENT) || path.startsWith(MANAGEMENT + "/");
    }

    private static Mono<Void> admit(
            ServerWebExchange exchange, WebFilterChain chain, Caller caller) {
        exchange.getAttributes().put(CALLER, caller);
        return chain.filter(exchange);
    }

    private static Problem refusal() {
        return Problem.of(
                ProblemType.UNAUTHENTICATED,
                CallerTokens.HEADER + ": missing or not valid (expected: a current caller token)");
    }
}
