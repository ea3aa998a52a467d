package org.berea.search.web;

import java.time.Duration;
import java.util.Optional;
import org.berea.chassis.client.GuardedService;
import org.berea.chassis.client.ServiceName;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.embedding.EmbeddingRequest;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.berea.contracts.search.QueryVector;
import org.berea.search.engine.UnitVector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the embedding service for the vector of a question that comes without one. */
@Component
final class QuestionVectors {
    private static final Logger log = LoggerFactory.getLogger(QuestionVectors.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int CONCURRENT = 200;

    private final GuardedService embedding;

    QuestionVectors(GuardedService.Factory services) {
        embedding = services.service(ServiceName.EMBEDDING, "embedding", LIMIT, CONCURRENT);
    }

    /** The vector, or nothing within the limit; never an error. */
    Mono<Optional<QueryVector>> of(String question, Caller caller) {
        return embedding
                .post(
                        "/ai/embeddings",
                        caller,
                        EmbeddingRequest.query(question),
                        EmbeddingResponse.class)
                .map(QuestionVectors::vector)
                .map(Optional::of)
                .onErrorResume(QuestionVectors::without);
    }

    /** Checked here, so that a neighbour's mistake is not taken for the user's. */
    private static QueryVector vector(EmbeddingResponse response) {
        float[] values = response.data().getFirst().embedding();
        return new QueryVector(
                response.modelLabel(), UnitVector.check("embedding", values, values.length));
    }

    private static Mono<Optional<QueryVector>> without(Throwable failure) {
        log.warn("searching by words alone: {}", failure.toString());
        return Mono.just(Optional.empty());
    }
}
