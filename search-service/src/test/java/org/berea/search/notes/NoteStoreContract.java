package org.berea.search.notes;

import java.nio.file.Path;

/** What every store of notes must hold. */
public interface NoteStoreContract extends NoteFindingContract, NoteChangesContract {
    /** A store whose state outlives it in what belongs to this folder. */
    @Override
    NoteStore open(Path folder);
}
