package org.berea.search.notes.weaviate;

import java.util.Optional;
import org.berea.search.notes.NoteChange;
import org.berea.search.notes.Owner;
import org.berea.search.weaviate.Ids;

/** Names a note among those of all owners. */
record NoteKey(Owner owner, String id) {
    /** Of the object that tells what is known of the note. */
    String state() {
        return Ids.of(owner.key() + "|" + id);
    }

    /** Of the object that tells which model has embedded it. */
    String embedding(String model) {
        return Ids.of(owner.key() + "|" + id + "|" + model);
    }

    /** Of the object with the text, within the owner's tenant. */
    String text() {
        return text(id);
    }

    static String text(String id) {
        return Ids.of(id);
    }

    /** Of the object with one vector, within the owner's tenant. */
    String piece(long version, int number) {
        return Ids.of(id + "|" + version + "|" + number);
    }

    /** Of the note that a change is about; an erasure is about none. */
    static Optional<NoteKey> of(NoteChange change) {
        return switch (change) {
            case NoteChange.Saved(var note) -> Optional.of(new NoteKey(note.owner(), note.id()));
            case NoteChange.Embedded embedded ->
                    Optional.of(new NoteKey(embedded.owner(), embedded.id()));
            case NoteChange.Deleted deleted ->
                    Optional.of(new NoteKey(deleted.owner(), deleted.id()));
            case NoteChange.Erased _ -> Optional.empty();
        };
    }
}
