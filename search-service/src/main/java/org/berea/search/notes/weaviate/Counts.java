package org.berea.search.notes.weaviate;

import io.weaviate.client6.v1.api.collections.query.Filter;
import java.time.Duration;
import java.util.stream.Collectors;
import org.berea.search.notes.NoteCounts;
import org.berea.search.weaviate.Rows;
import org.jspecify.annotations.Nullable;

/** Counts notes, not oftener than they are looked at by people. */
final class Counts {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Rows rows;
    private final NoteCollections in;
    private volatile @Nullable Counted last;

    Counts(Rows rows, NoteCollections in) {
        this.rows = rows;
        this.in = in;
    }

    NoteCounts get() {
        Counted known = last;
        if (known == null || System.nanoTime() - known.at() > FRESH.toNanos()) {
            known = new Counted(count(), System.nanoTime());
            last = known;
        }
        return known.counts();
    }

    void forget() {
        last = null;
    }

    private NoteCounts count() {
        Filter kept = Filter.property(NoteRows.KEPT).eq(NoteRows.YES);
        long embedded =
                rows.all(in.embeddings(), NoteRows.STATE).stream()
                        .map(row -> row.text(NoteRows.STATE))
                        .collect(Collectors.toSet())
                        .size();
        return new NoteCounts((int) rows.count(in.states(), kept), (int) embedded);
    }

    private record Counted(NoteCounts counts, long at) {}
}
