package org.berea.search.web;

import java.util.Set;
import org.berea.contracts.search.PassagesResponse;
import org.berea.search.Lookup;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reading a passage by its reference. */
@RestController
class PassagesController {
    private static final String TRANSLATIONS = "translations";
    private static final String CONTEXT = "context";
    private static final Set<String> KNOWN = Set.of(TRANSLATIONS, CONTEXT);
    private static final int USUAL_CONTEXT = 2;
    private static final int MOST_CONTEXT = 20;

    private final Lookup lookup;
    private final WorkPool searches;

    PassagesController(Lookup lookup, @Qualifier("searches") WorkPool searches) {
        this.lookup = lookup;
        this.searches = searches;
    }

    @GetMapping("/ai/passages/{ref}")
    Mono<PassagesResponse> passages(
            @PathVariable String ref, @RequestParam MultiValueMap<String, String> given) {
        var parameters = Parameters.of(given, KNOWN);
        var translations = parameters.words(TRANSLATIONS);
        int context = parameters.number(CONTEXT, USUAL_CONTEXT, 0, MOST_CONTEXT);
        var verses = ReferenceParameter.read(ref);
        return searches.run(() -> lookup.passages(verses, translations, context));
    }
}
