package org.berea.search.weaviate;

import io.weaviate.client6.v1.api.WeaviateApiException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.berea.search.engine.EngineAwayException;

/** Tells failures apart. The server has few codes of its own; the rest is in its words. */
final class Failures {
    private static final int SERVER_ERROR = 500;

    private Failures() {}

    /** Whether the server is away or too slow, rather than not content with what we asked. */
    static boolean isOutage(Throwable failure) {
        return switch (bare(failure)) {
            case TimeoutException _, IOException _ -> true;
            case WeaviateApiException answer when answer.isGPRC() ->
                    "UNAVAILABLE".equals(answer.grpcStatusCode())
                            || "DEADLINE_EXCEEDED".equals(answer.grpcStatusCode());
            case WeaviateApiException answer -> answer.httpStatusCode() >= SERVER_ERROR;
            default -> false;
        };
    }

    /** Whether a collection was asked that is not there, or has no such tenant. */
    static boolean isMissingPlace(Throwable failure) {
        return says(failure, "could not find class") || says(failure, "tenant not found");
    }

    static boolean isAlreadyThere(Throwable failure) {
        return says(failure, "already exists");
    }

    static EngineAwayException away(Throwable failure) {
        Throwable cause = bare(failure);
        return cause instanceof EngineAwayException away
                ? away
                : new EngineAwayException("Weaviate does not answer as it should", cause);
    }

    private static boolean says(Throwable failure, String words) {
        return bare(failure) instanceof WeaviateApiException answer
                && String.valueOf(answer.getMessage()).contains(words);
    }

    private static Throwable bare(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? bare(cause) : failure;
    }
}
