package org.berea.contracts.search;

import java.util.List;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.StudyEvent;

/**
 * The answer of {@code GET /internal/vectors/gaps?model=&limit=}: what an index holds without
 * vectors of a model, as the events that brought it.
 *
 * @param chapters of imports that still matter
 * @param notes that were saved and not deleted
 */
public record VectorGaps(List<PassageImported> chapters, List<StudyEvent> notes) {
    public VectorGaps {
        chapters = List.copyOf(chapters);
        notes = List.copyOf(notes);
    }
}
