package org.berea.search.notes;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.berea.contracts.search.NoteHit;

/** Counts what answers show of the own notes, and of others'. Thread-safe. */
public final class NoteLeaks {
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger withNotes = new AtomicInteger();
    private final AtomicInteger leaking = new AtomicInteger();

    public void look(Owner asker, List<NoteHit> shown) {
        answers.incrementAndGet();
        if (!shown.isEmpty()) {
            withNotes.incrementAndGet();
        }
        if (shown.stream().anyMatch(note -> !TwinNotes.belongs(note.text(), asker))) {
            leaking.incrementAndGet();
        }
    }

    public int answers() {
        return answers.get();
    }

    /** How many answers showed any note. */
    public int withNotes() {
        return withNotes.get();
    }

    /** How many answers showed a note of somebody else. */
    public int leaking() {
        return leaking.get();
    }

    @Override
    public String toString() {
        return "%,d of %,d answers showed another's note; %,d showed notes of one's own"
                .formatted(leaking(), answers(), withNotes());
    }
}
