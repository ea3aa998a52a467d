package org.berea.search.web;

import static org.berea.contracts.problem.ProblemType.FORBIDDEN;
import static org.berea.contracts.problem.ProblemType.UNAVAILABLE;

import org.berea.contracts.caller.Caller;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.contracts.search.RankingCandidates;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.berea.contracts.search.Translations;
import org.berea.search.PersonalSearch;
import org.berea.search.Search;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Searching over HTTP: for services, which bring the question's vector, and for everybody. */
@RestController
class SearchController {
    private final Search search;
    private final PersonalSearch personal;
    private final QuestionVectors vectors;
    private final WorkPool searches;

    SearchController(
            Search search,
            PersonalSearch personal,
            QuestionVectors vectors,
            @Qualifier("searches") WorkPool searches) {
        this.search = search;
        this.personal = personal;
        this.vectors = vectors;
        this.searches = searches;
    }

    @PostMapping("/internal/search")
    Mono<ResponseEntity<SearchResponse>> search(@RequestBody SearchRequest request, Caller caller) {
        return searches.run(() -> personal.search(request, caller))
                .map(found -> answer(request, found));
    }

    /** For whoever learns the weights of the ranking. */
    @PostMapping("/internal/candidates")
    Mono<RankingCandidates> candidates(@RequestBody SearchRequest request, Caller caller) {
        if (!caller.isService()) {
            return Mono.error(problem(FORBIDDEN, "only services may ask for candidates"));
        }
        return searches.run(() -> search.candidates(request))
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(
                        Mono.error(() -> problem(UNAVAILABLE, "the terms are still being loaded")));
    }

    @GetMapping("/ai/search")
    Mono<ResponseEntity<SearchResponse>> search(
            @RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        var wanted = SearchParameters.of(parameters);
        return vectors.of(wanted.question(), caller)
                .flatMap(vector -> search(wanted.with(vector), caller));
    }

    @GetMapping("/ai/translations")
    Mono<Translations> translations() {
        return searches.run(search::translations);
    }

    /** What may hold private notes is kept by nobody on the way. */
    private static ResponseEntity<SearchResponse> answer(
            SearchRequest request, SearchResponse found) {
        var answer = ResponseEntity.ok();
        if (request.notes()) {
            answer.cacheControl(CacheControl.noStore());
        }
        return answer.body(found);
    }

    private static ProblemException problem(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail));
    }
}
