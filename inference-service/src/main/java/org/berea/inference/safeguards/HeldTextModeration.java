package org.berea.inference.safeguards;

import org.berea.contracts.caller.Caller;
import reactor.core.publisher.Mono;

/** Screens text that is held before it goes out. */
interface HeldTextModeration {
    /** Whether it may go out, or an error when there is no verdict within the limit. */
    Mono<Boolean> isFit(String text, Caller caller);
}
