package org.berea.gateway.authentication;

import org.berea.chassis.reactive.ReactiveProblems;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells in problems why nobody was let in. Never why a token is bad: that helps only forgers. */
final class Refusals
        implements ServerAuthenticationEntryPoint,
                ServerAccessDeniedHandler,
                ServerExchangeRejectedHandler {
    private static final String MISSING = "Bearer realm=\"berea\"";
    private static final String INVALID = MISSING + ", error=\"invalid_token\"";

    private final ReactiveProblems problems;

    Refusals(ReactiveProblems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
        boolean invalid = failure instanceof OAuth2AuthenticationException;
        exchange.getResponse()
                .getHeaders()
                .set(HttpHeaders.WWW_AUTHENTICATE, invalid ? INVALID : MISSING);
        String detail =
                "Authorization: %s (expected: Bearer and a current token of a trusted issuer)"
                        .formatted(invalid ? "not valid" : "missing");
        return problems.write(exchange, Problem.of(ProblemType.UNAUTHENTICATED, detail));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return problems.write(
                exchange,
                Problem.of(
                        ProblemType.FORBIDDEN, "scope: missing (expected: the one of this path)"));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
        return problems.write(
                exchange,
                Problem.of(
                        ProblemType.INVALID_REQUEST,
                        "request: ambiguous path, method or header (expected: a normalised one)"));
    }
}
