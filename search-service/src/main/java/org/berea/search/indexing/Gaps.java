package org.berea.search.indexing;

import java.util.List;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.PassageImported;
import org.berea.search.editions.Gap;
import org.berea.search.engine.Engine;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.StoredVerse;

/**
 * What the index holds without vectors: it was made anew, it was away when they came, or another
 * model is to replace the one that made those it has.
 */
public final class Gaps {
    private final Engine engine;

    Gaps(Engine engine) {
        this.engine = engine;
    }

    /** At most so many chapters without vectors of a model, as the events that brought them. */
    public List<PassageImported> of(String model, int most) {
        try (Snapshot snapshot = engine.snapshot()) {
            return snapshot.manifest()
                    .editions()
                    .gaps(model)
                    .limit(most)
                    .map(gap -> event(gap, snapshot))
                    .toList();
        }
    }

    private static PassageImported event(Gap gap, Snapshot snapshot) {
        return new PassageImported(
                gap.edition().importId(),
                gap.translation(),
                gap.sequence(),
                gap.total(),
                snapshot.chapter(gap.edition(), gap.sequence()).stream().map(Gaps::verse).toList());
    }

    private static Verse verse(StoredVerse verse) {
        return new Verse(verse.verses().wire(), verse.text());
    }
}
