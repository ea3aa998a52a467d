package org.berea.inference.grounding;

import static org.berea.chassis.client.ServiceClients.onBehalfOf;

import java.time.Duration;
import org.berea.chassis.client.Guard;
import org.berea.chassis.client.ServiceClients;
import org.berea.chassis.client.ServiceName;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks the search service, within three seconds. */
@Component
final class HttpSearch implements Search {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int CONCURRENT = 500;

    private final WebClient client;
    private final Guard guard;

    HttpSearch(ServiceClients clients, Guard.Factory guards) {
        client = clients.to(ServiceName.SEARCH, LIMIT);
        guard = guards.guard("search", LIMIT, CONCURRENT);
    }

    @Override
    public Mono<SearchResponse> search(SearchRequest request, Caller caller) {
        return guard.protect(
                client.post()
                        .uri("/internal/search")
                        .attributes(onBehalfOf(caller))
                        .bodyValue(request)
                        .retrieve()
                        .bodyToMono(SearchResponse.class));
    }
}
