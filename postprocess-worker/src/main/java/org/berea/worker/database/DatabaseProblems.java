package org.berea.worker.database;

import static org.springframework.core.Ordered.HIGHEST_PRECEDENCE;

import org.berea.chassis.problem.ProblemResponse;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers 503 while the database is away, without a stack in the log for each request. */
@RestControllerAdvice
@Order(HIGHEST_PRECEDENCE)
final class DatabaseProblems {
    private static final Logger log = LoggerFactory.getLogger(DatabaseProblems.class);

    private final ProblemResponse responses;

    DatabaseProblems(ProblemResponse responses) {
        this.responses = responses;
    }

    static ProblemException away() {
        return new ProblemException(problem());
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<byte[]> handle(RuntimeException failure) {
        if (ConnectionFailure.caused(failure)) {
            log.warn("the database is away: {}", failure.getMessage());
        } else {
            log.error("unforeseen failure of the database", failure);
        }
        Problem problem = responses.complete(problem());
        var answer = ResponseEntity.status(problem.status());
        responses
                .retryAfter(problem)
                .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toString()));
        return answer.contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .body(responses.body(problem));
    }

    private static Problem problem() {
        return Problem.of(ProblemType.UNAVAILABLE, "the records cannot be reached at the moment");
    }
}
