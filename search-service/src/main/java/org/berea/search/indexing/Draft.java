package org.berea.search.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.search.VectorBatch;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Editions;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.Changes;
import org.berea.search.engine.Changes.VerseText;
import org.berea.search.engine.Changes.VerseVector;

/** Collects what a batch of events changes, to be committed as one. */
final class Draft {
    private final Manifest before;
    private final List<VerseText> texts = new ArrayList<>();
    private final List<VerseVector> vectors = new ArrayList<>();
    private Editions editions;

    Draft(Manifest before) {
        this.before = before;
        this.editions = before.editions();
    }

    /**
     * @throws org.berea.contracts.InvalidValueException when it contradicts its import
     */
    Outcome add(PassageImported event) {
        EditionKey key = Editions.key(event);
        if (!editions.accepts(key)) {
            return Outcome.SUPERSEDED;
        }
        if (editions.hasText(event)) {
            return Outcome.REPEATED;
        }
        List<VerseText> chapter = ChapterText.of(key, event.verses());
        editions = editions.withText(event, chapter.size());
        texts.addAll(chapter);
        return Outcome.INDEXED;
    }

    /**
     * @throws org.berea.contracts.InvalidValueException when it contradicts its import
     */
    Outcome add(VectorBatch batch, List<VerseVector> chapter) {
        if (!editions.accepts(Editions.key(batch))) {
            return Outcome.SUPERSEDED;
        }
        if (editions.hasVectors(batch)) {
            return Outcome.REPEATED;
        }
        editions = editions.withVectors(batch);
        vectors.addAll(chapter);
        return Outcome.INDEXED;
    }

    /** An import that was superseded within the batch leaves nothing. */
    Changes changes(Map<Integer, Long> offsets) {
        return new Changes(
                texts.stream().filter(text -> editions.accepts(text.edition())).toList(),
                vectors.stream().filter(vector -> editions.accepts(vector.edition())).toList(),
                before.editions().droppedBy(editions),
                before.with(editions).with(offsets));
    }
}
