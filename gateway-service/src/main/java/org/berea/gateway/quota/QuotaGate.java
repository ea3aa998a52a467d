package org.berea.gateway.quota;

import java.time.Clock;
import java.util.function.Function;
import org.berea.chassis.reactive.ReactiveProblems;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemType;
import org.berea.gateway.authentication.CallerAuthentication;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a request pass, or answers 429; tells the limits either way. */
public final class QuotaGate {
    private final Quota quota;
    private final ReactiveProblems problems;
    private final Clock clock;

    QuotaGate(Quota quota, ReactiveProblems problems, Clock clock) {
        this.quota = quota;
        this.problems = problems;
        this.clock = clock;
    }

    /** For answers: requests and the day's tokens count. */
    public GatewayFilter forAnswers() {
        return gate(quota::forAnswer);
    }

    /** For work without tokens: only requests count. */
    public GatewayFilter forRequests() {
        return gate(quota::forRequest);
    }

    private GatewayFilter gate(Function<Caller, Mono<QuotaDecision>> decide) {
        return (exchange, chain) ->
                CallerAuthentication.callerOf(exchange)
                        .flatMap(
                                caller ->
                                        decide.apply(caller)
                                                .flatMap(
                                                        decision ->
                                                                proceed(
                                                                        decision, caller, exchange,
                                                                        chain)));
    }

    private Mono<Void> proceed(
            QuotaDecision decision,
            Caller caller,
            ServerWebExchange exchange,
            GatewayFilterChain chain) {
        var headers = exchange.getResponse().getHeaders();
        RateHeaders.set(headers, decision.standing(), clock.instant());
        return switch (decision) {
            case QuotaDecision.Allowed(_) -> admit(caller, true, false, exchange, chain);
            case QuotaDecision.SoftLimited(_) -> admit(caller, true, true, exchange, chain);
            case QuotaDecision.StoreAway(_) -> admit(caller, false, false, exchange, chain);
            case QuotaDecision.Rejected rejected -> problems.write(exchange, problem(rejected));
        };
    }

    private static Mono<Void> admit(
            Caller caller,
            boolean paid,
            boolean soft,
            ServerWebExchange exchange,
            GatewayFilterChain chain) {
        AdmittedCaller.of(caller, paid, soft).putInto(exchange);
        return chain.filter(exchange);
    }

    private Problem problem(QuotaDecision.Rejected rejected) {
        return switch (rejected) {
            case QuotaDecision.RateLimited(_, var wait) ->
                    Problem.of(ProblemType.RATE_LIMITED, "too many requests at once")
                            .withResetAt(clock.instant().plus(wait));
            case QuotaDecision.QuotaExhausted(_, var day) ->
                    Problem.of(
                                    ProblemType.QUOTA_EXHAUSTED,
                                    "%,d of the day's %,d tokens are used or reserved"
                                            .formatted(day.used() + day.reserved(), day.limit()))
                            .withResetAt(day.resetAt());
        };
    }
}
