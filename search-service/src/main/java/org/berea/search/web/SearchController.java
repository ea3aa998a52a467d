package org.berea.search.web;

import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.berea.contracts.search.Translations;
import org.berea.search.Search;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Searching over HTTP. */
@RestController
class SearchController {
    private final Search search;
    private final WorkPool searches;

    SearchController(Search search, @Qualifier("searches") WorkPool searches) {
        this.search = search;
        this.searches = searches;
    }

    @PostMapping("/internal/search")
    Mono<SearchResponse> search(@RequestBody SearchRequest request) {
        return searches.run(() -> search.search(request));
    }

    @GetMapping("/ai/translations")
    Translations translations() {
        return search.translations();
    }
}
