package org.berea.contracts.search;

import java.util.List;
import org.berea.contracts.Check;

/**
 * The body of {@code PUT /internal/notes/vectors}: one version of a note or highlight, embedded.
 * Sending it again changes nothing; one of an older version neither.
 *
 * @param model what made the vectors
 * @param vectors of unit length, one for each piece of a long note, at most 64
 */
public record NoteVectors(
        String owner, String noteId, long version, String model, List<float[]> vectors) {
    private static final int LONGEST = 200;

    /** How many vectors a note may have. */
    public static final int MOST = 64;

    public NoteVectors {
        Check.text("owner", owner, LONGEST);
        Check.text("noteId", noteId, LONGEST);
        Check.notNegative("version", version);
        Check.text("model", model, LONGEST);
        vectors = List.copyOf(Check.size("vectors", Check.present("vectors", vectors), 1, MOST));
    }
}
