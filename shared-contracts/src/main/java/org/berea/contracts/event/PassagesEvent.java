package org.berea.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the topic {@code passages} carries: imports, chapter by chapter. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(PassageImported.class),
    @JsonSubTypes.Type(CrossReferencesImported.class)
})
public sealed interface PassagesEvent permits PassageImported, CrossReferencesImported {
    /** Sorts by time: a later import replaces an earlier one of the same kind as a whole. */
    String importId();

    /** Which event of the import, 0 to total − 1. */
    int sequence();

    /** How many events the import has. */
    int total();
}
