package org.berea.search;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.search.NoteHit;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.berea.search.engine.UnitVector;
import org.berea.search.notes.NoteQuestion;
import org.berea.search.notes.NoteSearch;
import org.berea.search.notes.Owner;
import org.berea.search.querying.Querying;
import org.berea.search.querying.WantedBooks;

/** A search for somebody: where it is asked for, it finds the caller's own notes too. */
public final class PersonalSearch {
    private final Search search;
    private final NoteSearch notes;
    private final Querying querying = new Querying();

    PersonalSearch(Search search, NoteSearch notes) {
        this.search = search;
        this.notes = notes;
    }

    /**
     * What the search finds; with notes only for a user, never for a service. Blocks while it
     * searches.
     *
     * @throws InvalidValueException as {@link Search#search}
     */
    public SearchResponse search(SearchRequest request, Caller caller) {
        SearchResponse found = search.search(request);
        Optional<Owner> owner = Owner.of(caller).filter(_ -> request.notes());
        return owner.map(it -> with(found, notes(request, it))).orElse(found);
    }

    private List<NoteHit> notes(SearchRequest request, Owner owner) {
        Optional<QueryVector> vector = request.embedding();
        vector.ifPresent(it -> UnitVector.check("vector.values", it.values(), it.values().length));
        var question = querying.analyse(request.query());
        var books = WantedBooks.of(request.filter());
        return notes.find(new NoteQuestion(owner, question, vector, books), request.limit());
    }

    private static SearchResponse with(SearchResponse found, List<NoteHit> notes) {
        return new SearchResponse(found.passages(), notes, found.degraded());
    }
}
