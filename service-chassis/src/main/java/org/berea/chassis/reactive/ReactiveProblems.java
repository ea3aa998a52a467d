package org.berea.chassis.reactive;

import org.berea.chassis.problem.ProblemMapping;
import org.berea.chassis.problem.ProblemResponse;
import org.berea.contracts.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers every exception with its problem, unless the response has begun. */
@Order(-2)
public final class ReactiveProblems implements WebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ReactiveProblems.class);

    private final ProblemResponse responses;

    ReactiveProblems(ProblemResponse responses) {
        this.responses = responses;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        return Mono.defer(() -> write(exchange, failure));
    }

    private Mono<Void> write(ServerWebExchange exchange, Throwable failure) {
        if (ProblemMapping.isUnforeseen(failure)) {
            log.error("unforeseen failure of {}", exchange.getRequest().getMethod(), failure);
        }
        return write(exchange, ProblemMapping.of(failure));
    }

    /** Answers with a problem that was decided rather than thrown. */
    public Mono<Void> write(ServerWebExchange exchange, Problem decided) {
        Problem problem = responses.complete(decided);
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        responses
                .retryAfter(problem)
                .ifPresent(
                        wait ->
                                response.getHeaders()
                                        .set(HttpHeaders.RETRY_AFTER, wait.toString()));
        var body = response.bufferFactory().wrap(responses.body(problem));
        return response.writeWith(Mono.just(body));
    }
}
