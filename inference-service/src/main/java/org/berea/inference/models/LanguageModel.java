package org.berea.inference.models;

import reactor.core.publisher.Flux;

/** Something that writes an answer. */
public interface LanguageModel {
    ModelSpec spec();

    /**
     * Calls the model; cancelling the subscription cancels the call at once.
     *
     * @return deltas and then one end, or the error {@link ModelFailure}
     */
    Flux<ModelOutput> stream(ModelCall call);
}
