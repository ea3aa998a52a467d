package org.berea.inference.grounding;

import java.time.Duration;
import org.berea.chassis.client.GuardedService;
import org.berea.chassis.client.ServiceName;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.embedding.EmbeddingRequest;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.berea.contracts.search.QueryVector;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the embedding service, within two seconds. */
@Component
final class HttpEmbedding implements Embedding {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int CONCURRENT = 500;

    private final GuardedService service;

    HttpEmbedding(GuardedService.Factory services) {
        service = services.service(ServiceName.EMBEDDING, "embedding", LIMIT, CONCURRENT);
    }

    @Override
    public Mono<QueryVector> embed(String question, Caller caller) {
        return service.post(
                        "/ai/embeddings",
                        caller,
                        EmbeddingRequest.query(question),
                        EmbeddingResponse.class)
                .map(HttpEmbedding::vector);
    }

    private static QueryVector vector(EmbeddingResponse response) {
        return new QueryVector(response.modelLabel(), response.data().getFirst().embedding());
    }
}
