package org.berea.inference.admission;

import org.berea.contracts.caller.Caller;
import org.berea.contracts.moderation.ModerationResponse;
import reactor.core.publisher.Mono;

/** Screens a question before anything is done with it. */
interface Moderation {
    /** The verdict, or an error when there is none within the limit. */
    Mono<ModerationResponse.Result> screen(String question, Caller caller);
}
