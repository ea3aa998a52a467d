package org.berea.contracts.event;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import org.berea.contracts.Check;

/**
 * A passage was highlighted, or its highlight changed.
 *
 * @param noteId the highlight's; notes and highlights share one space of ids
 * @param version counts the changes of this highlight, from 1
 * @param ref the verses in wire form
 * @param text the highlighted words and what the user calls them, up to 20,000 characters
 */
@JsonTypeName("passage.highlighted.v1")
public record PassageHighlighted(
        String noteId, String owner, long version, String ref, String text, Instant savedAt)
        implements StudyEvent {
    public PassageHighlighted {
        Check.text("noteId", noteId, NoteSaved.LONGEST_ID);
        Check.text("owner", owner, NoteSaved.LONGEST_ID);
        Check.notNegative("version", version);
        Check.present("ref", ref);
        Check.text("text", text, NoteSaved.LONGEST_TEXT);
        Check.present("savedAt", savedAt);
    }

    @Override
    public String key() {
        return owner + ":" + noteId;
    }
}
