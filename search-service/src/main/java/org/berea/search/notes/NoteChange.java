package org.berea.search.notes;

import java.time.Instant;
import java.util.List;

/** What happens to the notes of an owner. */
public sealed interface NoteChange {
    Owner owner();

    /** A new version replaces text and vectors of those before. */
    record Saved(NoteText note) implements NoteChange {
        @Override
        public Owner owner() {
            return note.owner();
        }
    }

    /**
     * The vectors of one version, which replace those of the same model.
     *
     * @param vectors of unit length, one for each piece of the text
     */
    record Embedded(Owner owner, String id, long version, String model, List<float[]> vectors)
            implements NoteChange {
        public Embedded {
            vectors = List.copyOf(vectors);
        }
    }

    /** The note goes; of this and earlier versions nothing comes back. */
    record Deleted(Owner owner, String id, long version, Instant deletedAt) implements NoteChange {}

    /** All goes that was saved up to this time, and none of it comes back. */
    record Erased(Owner owner, Instant erasedAt) implements NoteChange {}
}
