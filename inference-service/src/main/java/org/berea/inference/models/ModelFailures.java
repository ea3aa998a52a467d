package org.berea.inference.models;

import dev.langchain4j.exception.HttpException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.util.Optional;
import org.berea.inference.models.ModelFailure.Kind;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.netty.http.client.PrematureCloseException;

/** Sorts what a model call can throw into the kinds of failure that routing knows. */
final class ModelFailures {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private ModelFailures() {}

    static ModelFailure of(Throwable failure) {
        return find(failure, ModelFailure.class)
                .or(() -> find(failure, RefusedCall.class).map(ModelFailures::ofStatus))
                .or(() -> find(failure, CallNotPermittedException.class).map(ModelFailures::open))
                .or(() -> find(failure, PrematureCloseException.class).map(ModelFailures::cut))
                .or(
                        () ->
                                find(failure, WebClientRequestException.class)
                                        .map(ModelFailures::refused))
                .or(() -> find(failure, IOException.class).map(ModelFailures::cut))
                .orElseGet(() -> wrap(Kind.MALFORMED, failure));
    }

    private static ModelFailure ofStatus(RefusedCall refusal) {
        HttpException answer = refusal;
        Kind kind =
                answer.statusCode() == TOO_MANY_REQUESTS
                        ? Kind.RATE_LIMITED
                        : answer.statusCode() >= SERVER_ERRORS ? Kind.SERVER_ERROR : Kind.REFUSED;
        return new ModelFailure(
                kind, "status " + answer.statusCode(), refusal.retryAfter(), refusal);
    }

    private static ModelFailure open(CallNotPermittedException failure) {
        return wrap(Kind.CIRCUIT_OPEN, failure);
    }

    private static ModelFailure refused(WebClientRequestException failure) {
        return wrap(Kind.REFUSED, failure);
    }

    private static ModelFailure cut(IOException failure) {
        return wrap(Kind.CUT, failure);
    }

    private static ModelFailure wrap(Kind kind, Throwable failure) {
        return new ModelFailure(kind, failure.getClass().getSimpleName(), null, failure);
    }

    private static <T> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (type.isInstance(next)) {
                return Optional.of(type.cast(next));
            }
        }
        return Optional.empty();
    }
}
