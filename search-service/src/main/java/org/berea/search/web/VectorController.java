package org.berea.search.web;

import org.berea.contracts.Check;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.contracts.search.NoteVectors;
import org.berea.contracts.search.VectorBatch;
import org.berea.contracts.search.VectorGaps;
import org.berea.search.indexing.Gaps;
import org.berea.search.indexing.Indexing;
import org.berea.search.notes.NoteIndexing;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Takes vectors from whoever embeds, and tells what is without. The answer to a batch means that it
 * is durable.
 */
@RestController
class VectorController {
    private static final int MOST_GAPS = 20;

    private final Indexing indexing;
    private final Gaps gaps;
    private final NoteIndexing notes;
    private final WorkPool writes;

    VectorController(
            Indexing indexing,
            Gaps gaps,
            NoteIndexing notes,
            @Qualifier("writes") WorkPool writes) {
        this.indexing = indexing;
        this.gaps = gaps;
        this.notes = notes;
        this.writes = writes;
    }

    @PutMapping("/internal/vectors")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> put(@RequestBody VectorBatch batch, Caller caller) {
        if (!caller.isService()) {
            return Mono.error(new ProblemException(refusal()));
        }
        return writes.run(() -> store(batch)).then();
    }

    /** Vectors of a text that is still to come wait for it, and are asked for again if lost. */
    @PutMapping("/internal/notes/vectors")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> put(@RequestBody NoteVectors vectors, Caller caller) {
        if (!caller.isService()) {
            return Mono.error(new ProblemException(refusal()));
        }
        return writes.run(() -> store(vectors)).then();
    }

    /** What is to be embedded, also by a model whose vectors the index never had. */
    @GetMapping("/internal/vectors/gaps")
    Mono<VectorGaps> gaps(
            @RequestParam String model,
            @RequestParam(defaultValue = "5") int limit,
            Caller caller) {
        Check.text("model", model, VectorBatch.LONGEST_MODEL);
        Check.range("limit", limit, 1, MOST_GAPS);
        if (!caller.isService()) {
            return Mono.error(new ProblemException(refusal()));
        }
        // Not among the searches: who embeds can wait, who asks cannot.
        return writes.run(() -> gaps(model, limit));
    }

    private VectorGaps gaps(String model, int limit) {
        return new VectorGaps(gaps.of(model, limit), notes.gaps(model, limit));
    }

    private boolean store(NoteVectors vectors) {
        notes.index(vectors);
        return true;
    }

    private boolean store(VectorBatch batch) {
        indexing.index(batch);
        return true;
    }

    private static Problem refusal() {
        return Problem.of(
                ProblemType.FORBIDDEN, "only services may store vectors or ask for missing ones");
    }
}
