package org.berea.inference.admission;

import java.time.Instant;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.CompletionRequest;

/** A question as it came in: who asks what, under which id, since when. */
public record Question(
        CompletionId id, Caller caller, CompletionRequest request, Instant askedAt) {}
