package org.berea.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What users do to their own notes and highlights, on the topic {@code study}, keyed by owner and
 * id. Events may arrive late, twice and in any order: the highest version of an id holds, and
 * nothing saved before its owner was erased comes back.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(NoteSaved.class),
    @JsonSubTypes.Type(PassageHighlighted.class),
    @JsonSubTypes.Type(NoteDeleted.class),
    @JsonSubTypes.Type(UserErased.class)
})
public sealed interface StudyEvent permits NoteSaved, PassageHighlighted, NoteDeleted, UserErased {
    /** The user it belongs to, as in the token's {@code sub}. */
    String owner();

    /** The key of its record: all that is said of one note stays in order. */
    String key();
}
