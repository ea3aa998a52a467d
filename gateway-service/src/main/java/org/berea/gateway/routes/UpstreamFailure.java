package org.berea.gateway.routes;

import static org.berea.contracts.problem.ProblemType.OVERLOADED;
import static org.berea.contracts.problem.ProblemType.TIMEOUT;
import static org.berea.contracts.problem.ProblemType.UNAVAILABLE;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** What went wrong between the gateway and a service. */
final class UpstreamFailure {
    private UpstreamFailure() {}

    /** The problem to answer with; the failure itself when it is none of the service's. */
    static Throwable asProblem(Throwable failure) {
        return switch (failure) {
            // Only the connection pool throws this one.
            case TimeoutException e -> problem(overloaded(), e);
            case IOException e -> problem(unavailable(), e);
            case NotFoundException e -> problem(unavailable(), e);
            case ResponseStatusException e when isTimeout(e) -> problem(timeout(), e);
            default -> failure;
        };
    }

    /** A 401 from inside is about our token, not the user's: the services' keys differ. */
    static Mono<Void> checkTrust(ServerHttpResponse response) {
        if (!HttpStatus.UNAUTHORIZED.equals(response.getStatusCode())) {
            return Mono.empty();
        }
        response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        return Mono.error(new ProblemException(unavailable()));
    }

    private static boolean isTimeout(ResponseStatusException failure) {
        return failure.getStatusCode().value() == HttpStatus.GATEWAY_TIMEOUT.value();
    }

    private static ProblemException problem(Problem problem, Throwable cause) {
        return new ProblemException(problem, cause);
    }

    private static Problem overloaded() {
        return Problem.of(OVERLOADED, "no connection to a needed service is free");
    }

    private static Problem unavailable() {
        return Problem.of(UNAVAILABLE, "a needed service does not answer");
    }

    private static Problem timeout() {
        return Problem.of(TIMEOUT, "a needed service did not answer within its limit");
    }
}
