package org.berea.inference.admission;

import java.util.List;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.Turn;
import org.berea.contracts.moderation.ModerationResponse;
import reactor.core.publisher.Mono;

/** Screens what a caller sent before anything is done with it. */
interface Moderation {
    /**
     * Screens the question and the history, which is the caller's word as well.
     *
     * @return the first verdict that flags something, else a clean one; or an error when there is
     *     none within the limit
     */
    Mono<ModerationResponse.Result> screen(String question, List<Turn> history, Caller caller);
}
