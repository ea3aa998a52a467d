package org.berea.embedding.encoding;

import static org.berea.contracts.problem.ProblemType.OVERLOADED;
import static org.berea.contracts.problem.ProblemType.TIMEOUT;
import static org.berea.contracts.problem.ProblemType.UNAVAILABLE;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** Tells what a remote model's failure is to whoever waits. */
final class RemoteFailures {
    private static final Logger log = LoggerFactory.getLogger(RemoteFailures.class);
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private RemoteFailures() {}

    /** Whether the model would refuse the same again. */
    static boolean isRefusal(Throwable failure) {
        return failure instanceof WebClientResponseException answer
                && REFUSALS.contains(answer.getStatusCode().value());
    }

    static ProblemException problem(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known;
            case WebClientResponseException answer -> problem(answer);
            case BulkheadFullException e ->
                    new ProblemException(Problem.of(OVERLOADED, "the model is busy"), e);
            case CallNotPermittedException e ->
                    new ProblemException(
                            Problem.of(UNAVAILABLE, "the embedding model failed too often"), e);
            case TimeoutException e ->
                    new ProblemException(
                            Problem.of(TIMEOUT, "the embedding model did not answer in time"), e);
            default -> unavailable(failure.toString(), failure);
        };
    }

    private static ProblemException problem(WebClientResponseException answer) {
        int status = answer.getStatusCode().value();
        return status == TOO_MANY_REQUESTS
                ? new ProblemException(tooMany(answer), answer)
                // Only the status: the body may repeat the text, and even parts of the key.
                : unavailable("it answers with status " + status + unread(answer), answer);
    }

    private static String unread(WebClientResponseException answer) {
        return answer.getStatusCode().is2xxSuccessful() ? ", but not readably" : "";
    }

    private static ProblemException unavailable(String why, Throwable failure) {
        log.warn("the embedding model fails: {}", why);
        return new ProblemException(
                Problem.of(UNAVAILABLE, "the embedding model does not answer"), failure);
    }

    private static Problem tooMany(WebClientResponseException answer) {
        var problem = Problem.of(OVERLOADED, "the embedding model takes no more at the moment");
        String after = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (after == null || !after.matches("\\d{1,6}")) {
            return problem;
        }
        long seconds = Math.min(Long.parseLong(after), LONGEST_WAIT.toSeconds());
        return problem.withResetAt(Instant.now().plusSeconds(seconds));
    }
}
