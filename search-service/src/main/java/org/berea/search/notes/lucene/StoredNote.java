package org.berea.search.notes.lucene;

import java.time.Instant;
import org.berea.search.notes.Known;
import org.berea.search.notes.NoteNumbers;
import org.berea.search.notes.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * What the index has of a note.
 *
 * @param text null of one that was deleted or was never there
 * @param at when it was saved or deleted, in microseconds
 */
record StoredNote(Known known, @Nullable NoteText text, long at) {
    static final StoredNote NOTHING = new StoredNote(Known.NOTHING, null, Long.MAX_VALUE);

    static StoredNote saved(NoteText note) {
        return new StoredNote(
                Known.saved(note.version()), note, NoteNumbers.micros(note.savedAt()));
    }

    static StoredNote deleted(long version, Instant at) {
        return new StoredNote(Known.deleted(version), null, NoteNumbers.micros(at));
    }

    StoredNote with(Known changed) {
        return new StoredNote(changed, text, at);
    }
}
