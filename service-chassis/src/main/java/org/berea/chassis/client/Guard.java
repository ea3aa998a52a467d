package org.berea.chassis.client;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * One dependency's time limit, circuit breaker and bulkhead. A call that we cancelled counts as
 * nothing, and one that the other side refused as our mistake (4xx) does not open the circuit.
 */
public final class Guard {
    private static final int WINDOW = 20;
    private static final int AT_LEAST = 10;
    private static final int FAILURE_PERCENT = 50;
    private static final Duration OPEN = Duration.ofSeconds(2);
    private static final int TRIALS = 3;

    private final CircuitBreaker circuit;
    private final Bulkhead bulkhead;
    private final Duration limit;

    private Guard(CircuitBreaker circuit, Bulkhead bulkhead, Duration limit) {
        this.circuit = circuit;
        this.bulkhead = bulkhead;
        this.limit = limit;
    }

    /** Makes guards whose state shows in the metrics under the dependency's name. */
    public record Factory(CircuitBreakerRegistry circuits, BulkheadRegistry bulkheads) {
        /**
         * @param limit for the whole call
         * @param concurrent calls at once; more are refused, not queued
         */
        public Guard guard(String dependency, Duration limit, int concurrent) {
            var bulkhead =
                    BulkheadConfig.custom()
                            .maxConcurrentCalls(concurrent)
                            .maxWaitDuration(Duration.ZERO)
                            .build();
            return new Guard(
                    circuits.circuitBreaker(dependency, circuitConfig()),
                    bulkheads.bulkhead(dependency, bulkhead),
                    limit);
        }
    }

    /**
     * The call within its limits.
     *
     * @return the call's result, or the error {@link java.util.concurrent.TimeoutException}, {@link
     *     io.github.resilience4j.circuitbreaker.CallNotPermittedException}, {@link
     *     io.github.resilience4j.bulkhead.BulkheadFullException} or the call's own
     */
    public <T> Mono<T> protect(Mono<T> call) {
        return call.timeout(limit)
                .transformDeferred(CircuitBreakerOperator.of(circuit))
                .transformDeferred(BulkheadOperator.of(bulkhead));
    }

    private static CircuitBreakerConfig circuitConfig() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(AT_LEAST)
                .failureRateThreshold(FAILURE_PERCENT)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .ignoreException(Guard::isOurMistake)
                .build();
    }

    private static boolean isOurMistake(Throwable failure) {
        return failure instanceof WebClientResponseException answer
                && answer.getStatusCode().is4xxClientError();
    }
}
