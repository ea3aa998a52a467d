package org.berea.embedding.bulk;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.berea.chassis.client.ServiceClients;
import org.berea.chassis.client.ServiceName;
import org.berea.contracts.search.VectorBatch;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes vectors to every instance of search. Each keeps an index of its own, so a write is done
 * when all have acknowledged; those that already had it take it again without harm.
 */
final class SearchInstances {
    private static final String VECTORS = "/internal/vectors";

    private final List<URI> instances;
    private final WebClient client;
    private final Duration limit;

    SearchInstances(ServiceClients clients, BulkSettings settings) {
        this.instances = settings.search();
        this.limit = settings.limit();
        this.client = clients.toInstances(ServiceName.SEARCH, limit);
    }

    /**
     * Done when all instances have acknowledged, else the first failure after all have answered.
     */
    Mono<Void> write(VectorBatch batch) {
        return Flux.fromIterable(instances)
                .flatMapDelayError(instance -> write(instance, batch), instances.size(), 1)
                .then();
    }

    private Mono<Void> write(URI instance, VectorBatch batch) {
        return client.put()
                .uri(instance.resolve(VECTORS))
                .bodyValue(batch)
                .retrieve()
                .toBodilessEntity()
                .timeout(limit)
                .then();
    }
}
