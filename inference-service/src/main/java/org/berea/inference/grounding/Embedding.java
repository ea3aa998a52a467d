package org.berea.inference.grounding;

import org.berea.contracts.caller.Caller;
import org.berea.contracts.search.QueryVector;
import reactor.core.publisher.Mono;

/** Turns a question into its vector. */
interface Embedding {
    /** A vector of unit length, or an error when there is none within the limit. */
    Mono<QueryVector> embed(String question, Caller caller);
}
