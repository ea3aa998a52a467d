package org.berea.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.berea.contracts.CompletionId;

/**
 * What happens to a question, on the topic {@code completions}, keyed by its completion id. Events
 * may arrive late, twice and in any order.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(CompletionAdmitted.class),
    @JsonSubTypes.Type(CompletionFinished.class)
})
public sealed interface CompletionEvent permits CompletionAdmitted, CompletionFinished {
    CompletionId completionId();

    /** The user who asked, as in the token's {@code sub}. */
    String subject();
}
