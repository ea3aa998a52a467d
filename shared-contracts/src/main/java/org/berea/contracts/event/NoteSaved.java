package org.berea.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import org.berea.contracts.Check;
import org.jspecify.annotations.Nullable;

/**
 * A note was written or changed.
 *
 * @param version counts the changes of this note, from 1
 * @param ref the verses it belongs to in wire form, null for none
 * @param text up to 20,000 characters
 */
@JsonTypeName("note.saved.v1")
public record NoteSaved(
        String noteId,
        String owner,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String ref,
        String text,
        Instant savedAt)
        implements StudyEvent {
    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_ID = 200;

    public NoteSaved {
        Check.text("noteId", noteId, LONGEST_ID);
        Check.text("owner", owner, LONGEST_ID);
        Check.notNegative("version", version);
        Check.text("text", text, LONGEST_TEXT);
        Check.present("savedAt", savedAt);
    }

    @Override
    public String key() {
        return owner + ":" + noteId;
    }
}
