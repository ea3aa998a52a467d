package org.berea.embedding.text;

import reactor.core.publisher.Mono;

/** Turns a text into a vector when its turn has come. Cancelling takes it out of the queue. */
@FunctionalInterface
public interface Embedder {
    /**
     * @return the outcome, or the error {@link org.berea.contracts.problem.ProblemException} of
     *     type {@code overloaded} when too many texts wait already
     */
    Mono<Encoding> embed(Text text);
}
