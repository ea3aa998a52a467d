package org.berea.gateway.routes;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.removeAlreadyRouted;

import java.net.ConnectException;
import java.util.function.Consumer;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.gateway.authentication.CallerAuthentication;
import org.berea.gateway.quota.AdmittedCaller;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What every route does on the way to its service. */
final class RouteFilters {
    private final CallerTokens tokens;
    private final RefusedInstances refused;

    RouteFilters(CallerTokens tokens, RefusedInstances refused) {
        this.tokens = tokens;
        this.refused = refused;
    }

    /** Gives the answer its id, before anybody works on it. */
    GatewayFilter newId() {
        return (exchange, chain) ->
                chain.filter(
                        with(
                                exchange,
                                headers ->
                                        headers.set(
                                                CompletionId.HEADER, CompletionId.next().value())));
    }

    /** Leaves the user's token here and goes on with ours. */
    GatewayFilter inwardHeaders() {
        return (exchange, chain) ->
                CallerAuthentication.callerOf(exchange)
                        .map(
                                caller ->
                                        AdmittedCaller.in(exchange)
                                                .map(AdmittedCaller::caller)
                                                .orElse(caller))
                        .flatMap(caller -> chain.filter(signed(exchange, caller)));
    }

    /** Turns what goes wrong on the way into problems. */
    GatewayFilter failures() {
        return (exchange, chain) ->
                chain.filter(exchange)
                        .then(Mono.defer(() -> UpstreamFailure.checkTrust(exchange.getResponse())))
                        .onErrorMap(UpstreamFailure::asProblem);
    }

    /** A refused connection was never a request: another instance may take it, once. */
    GatewayFilter onceMore() {
        return (exchange, chain) ->
                chain.filter(exchange)
                        .onErrorResume(ConnectException.class, _ -> elsewhere(exchange, chain))
                        .doOnError(ConnectException.class, _ -> remember(exchange));
    }

    private Mono<Void> elsewhere(ServerWebExchange exchange, GatewayFilterChain chain) {
        remember(exchange);
        removeAlreadyRouted(exchange);
        return chain.filter(exchange);
    }

    private void remember(ServerWebExchange exchange) {
        Response<ServiceInstance> chosen =
                exchange.getAttribute(GATEWAY_LOADBALANCER_RESPONSE_ATTR);
        ServiceInstance instance = chosen == null ? null : chosen.getServer();
        if (instance != null) {
            refused.remember(instance);
        }
    }

    private ServerWebExchange signed(ServerWebExchange exchange, Caller caller) {
        return with(
                exchange,
                headers -> {
                    headers.remove(HttpHeaders.AUTHORIZATION);
                    headers.remove(HttpHeaders.COOKIE);
                    headers.set(CallerTokens.HEADER, tokens.mint(caller));
                });
    }

    private static ServerWebExchange with(
            ServerWebExchange exchange, Consumer<HttpHeaders> change) {
        ServerHttpRequest request = exchange.getRequest().mutate().headers(change).build();
        return exchange.mutate().request(request).build();
    }
}
