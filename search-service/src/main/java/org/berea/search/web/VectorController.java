package org.berea.search.web;

import org.berea.contracts.caller.Caller;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.contracts.search.VectorBatch;
import org.berea.search.indexing.Indexing;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes vectors from whoever embeds. Its answer means that they are durable. */
@RestController
class VectorController {
    private final Indexing indexing;
    private final WorkPool writes;

    VectorController(Indexing indexing, @Qualifier("writes") WorkPool writes) {
        this.indexing = indexing;
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

    private boolean store(VectorBatch batch) {
        indexing.index(batch);
        return true;
    }

    private static Problem refusal() {
        return Problem.of(ProblemType.FORBIDDEN, "only services may store vectors");
    }
}
