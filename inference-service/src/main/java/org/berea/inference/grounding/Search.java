package org.berea.inference.grounding;

import org.berea.contracts.caller.Caller;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import reactor.core.publisher.Mono;

/** Finds passages. */
interface Search {
    /** The passages, or an error when there is no answer within the limit. */
    Mono<SearchResponse> search(SearchRequest request, Caller caller);
}
