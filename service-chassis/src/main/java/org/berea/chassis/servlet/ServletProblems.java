package org.berea.chassis.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.berea.chassis.problem.ProblemMapping;
import org.berea.chassis.problem.ProblemResponse;
import org.berea.contracts.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers every exception with its problem. */
@RestControllerAdvice
final class ServletProblems {
    private static final Logger log = LoggerFactory.getLogger(ServletProblems.class);

    private final ProblemResponse responses;

    ServletProblems(ProblemResponse responses) {
        this.responses = responses;
    }

    @ExceptionHandler(Throwable.class)
    void handle(Throwable failure, HttpServletResponse response) throws IOException {
        if (ProblemMapping.isUnforeseen(failure)) {
            log.error("unforeseen failure", failure);
        }
        if (!response.isCommitted()) {
            write(response, ProblemMapping.of(failure));
        }
    }

    void write(HttpServletResponse response, Problem decided) throws IOException {
        Problem problem = responses.complete(decided);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        responses
                .retryAfter(problem)
                .ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, wait.toString()));
        response.getOutputStream().write(responses.body(problem));
    }
}
