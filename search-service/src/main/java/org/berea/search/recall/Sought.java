package org.berea.search.recall;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.search.QueryVector;
import org.berea.search.editions.EditionKey;
import org.berea.search.querying.AnalysedQuestion.Kind;
import org.berea.search.querying.WantedBooks;

/**
 * What is looked for in one edition.
 *
 * @param kind how the question is put
 * @param terms of the question, as the edition has them
 * @param vector of the question, if the edition has vectors of its model
 * @param books that are searched
 */
public record Sought(
        EditionKey edition,
        Kind kind,
        List<String> terms,
        Optional<QueryVector> vector,
        WantedBooks books) {
    public Sought {
        terms = List.copyOf(terms);
    }
}
