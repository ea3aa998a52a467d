package org.berea.simulator;

import org.berea.simulator.behaviour.InvalidBehaviourException;
import org.berea.simulator.openai.ApiException;
import org.berea.simulator.openai.ErrorBody;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.DatabindException;

/** Turns exceptions into errors in OpenAI's shape, those of the control API too. */
@RestControllerAdvice
final class Errors {
    @ExceptionHandler
    ResponseEntity<ErrorBody> api(ApiException failure) {
        var response =
                ResponseEntity.status(failure.status()).contentType(MediaType.APPLICATION_JSON);
        failure.retryAfter()
                .ifPresent(
                        delay ->
                                response.header(
                                        HttpHeaders.RETRY_AFTER,
                                        String.valueOf(delay.toSeconds())));
        return response.body(failure.body());
    }

    @ExceptionHandler
    ResponseEntity<ErrorBody> behaviour(InvalidBehaviourException failure) {
        return api(ApiException.invalid(failure.field(), String.valueOf(failure.getMessage())));
    }

    /** What Spring itself refuses: no such path, unreadable body, other media type or method. */
    @ExceptionHandler
    ResponseEntity<ErrorBody> refusal(ResponseStatusException failure) {
        return api(refused(failure, failure));
    }

    /** An own check that failed while the body was read lies some causes deep. */
    private static ApiException refused(ResponseStatusException whole, Throwable failure) {
        if (failure instanceof ApiException own) {
            return own;
        }
        Throwable cause = failure.getCause();
        if (cause != null && cause != failure) {
            return refused(whole, cause);
        }
        return failure instanceof DatabindException mismatch
                ? ApiException.invalid(field(mismatch), mismatch.getOriginalMessage())
                : ApiException.refused(whole.getStatusCode().value(), whole.getMessage());
    }

    private static @Nullable String field(DatabindException mismatch) {
        return mismatch.getPath().isEmpty()
                ? null
                : mismatch.getPath().getFirst().getPropertyName();
    }
}
