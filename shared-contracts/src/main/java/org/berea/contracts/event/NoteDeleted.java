package org.berea.contracts.event;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import org.berea.contracts.Check;

/**
 * A note or highlight was deleted; nothing of this or an earlier version comes back.
 *
 * @param version above that of what it deletes
 */
@JsonTypeName("note.deleted.v1")
public record NoteDeleted(String noteId, String owner, long version, Instant deletedAt)
        implements StudyEvent {
    public NoteDeleted {
        Check.text("noteId", noteId, NoteSaved.LONGEST_ID);
        Check.text("owner", owner, NoteSaved.LONGEST_ID);
        Check.notNegative("version", version);
        Check.present("deletedAt", deletedAt);
    }

    @Override
    public String key() {
        return owner + ":" + noteId;
    }
}
