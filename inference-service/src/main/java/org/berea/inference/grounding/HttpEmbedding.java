package org.berea.inference.grounding;

import static org.berea.chassis.client.ServiceClients.onBehalfOf;

import java.time.Duration;
import org.berea.chassis.client.Guard;
import org.berea.chassis.client.ServiceClients;
import org.berea.chassis.client.ServiceName;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.embedding.EmbeddingRequest;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks the embedding service, within two seconds. */
@Component
final class HttpEmbedding implements Embedding {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int CONCURRENT = 500;

    private final WebClient client;
    private final Guard guard;

    HttpEmbedding(ServiceClients clients, Guard.Factory guards) {
        client = clients.to(ServiceName.EMBEDDING, LIMIT);
        guard = guards.guard("embedding", LIMIT, CONCURRENT);
    }

    @Override
    public Mono<float[]> embed(String question, Caller caller) {
        return guard.protect(
                client.post()
                        .uri("/ai/embeddings")
                        .attributes(onBehalfOf(caller))
                        .bodyValue(EmbeddingRequest.query(question))
                        .retrieve()
                        .bodyToMono(EmbeddingResponse.class)
                        .map(response -> response.data().getFirst().embedding()));
    }
}
