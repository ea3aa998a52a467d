package org.berea.embedding.text;

import java.util.List;
import reactor.core.publisher.Mono;

/** Turns several texts of one purpose into vectors in one call. Cancelling ends the call. */
@FunctionalInterface
public interface BatchEncoder {
    /**
     * @return an outcome for each text, in their order, or an error when the call failed as a whole
     */
    Mono<List<Encoding>> encode(List<Text> texts);
}
