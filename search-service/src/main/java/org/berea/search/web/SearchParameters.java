package org.berea.search.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.SearchFilter;
import org.berea.contracts.search.SearchRequest;
import org.springframework.util.MultiValueMap;

/** What {@code GET /ai/search} is asked for. */
record SearchParameters(
        String question,
        List<String> translations,
        SearchFilter filter,
        int context,
        int limit,
        boolean notes) {
    private static final Set<String> KNOWN =
            Set.of("q", "translation", "book", "testament", "canon", "limit", "context", "notes");
    private static final int LONGEST_QUESTION = 8_000;
    private static final int LIMIT = 10;
    private static final int MOST = 100;
    private static final int CONTEXT = 1;
    private static final int MOST_CONTEXT = 5;

    /**
     * @throws InvalidValueException naming the parameter that is wrong
     */
    static SearchParameters of(MultiValueMap<String, String> given) {
        var parameters = Parameters.of(given, KNOWN);
        return new SearchParameters(
                parameters.text("q", LONGEST_QUESTION),
                parameters.words("translation"),
                new SearchFilter(
                        parameters.words("book"),
                        parameters.word("testament").orElse(null),
                        parameters.word("canon").orElse(null)),
                parameters.number("context", CONTEXT, 0, MOST_CONTEXT),
                parameters.number("limit", LIMIT, 1, MOST),
                parameters.flag("notes"));
    }

    /** The search itself, once it is known whether the question has a vector. */
    SearchRequest with(Optional<QueryVector> vector) {
        return new SearchRequest(
                question, vector.orElse(null), translations, filter, context, limit, notes);
    }
}
