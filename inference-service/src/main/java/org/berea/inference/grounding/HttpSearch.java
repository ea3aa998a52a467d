package org.berea.inference.grounding;

import java.time.Duration;
import org.berea.chassis.client.GuardedService;
import org.berea.chassis.client.ServiceName;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the search service, within three seconds. */
@Component
final class HttpSearch implements Search {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int CONCURRENT = 500;

    private final GuardedService service;

    HttpSearch(GuardedService.Factory services) {
        service = services.service(ServiceName.SEARCH, "search", LIMIT, CONCURRENT);
    }

    @Override
    public Mono<SearchResponse> search(SearchRequest request, Caller caller) {
        return service.post("/internal/search", caller, request, SearchResponse.class);
    }
}
