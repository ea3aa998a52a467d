package org.berea.search.notes;

import java.util.List;
import org.berea.contracts.search.NoteHit;

/** Finds what an owner wrote on the verses that a question names, or on what it is about. */
public final class NoteSearch {
    private final NoteRecall recall;
    private final NoteRanking ranking;
    private final NoteMetrics metrics;

    NoteSearch(OwnNotes notes, NoteFloors floors, NoteMetrics metrics) {
        this.recall = new NoteRecall(notes);
        this.ranking = new NoteRanking(floors);
        this.metrics = metrics;
    }

    /**
     * The notes on the verses that the question names, the newest first, then the others, best
     * first; of both together at most so many. Blocks while it searches.
     */
    public List<NoteHit> find(NoteQuestion question, int most) {
        return metrics.time(() -> search(question, most));
    }

    private List<NoteHit> search(NoteQuestion question, int most) {
        NoteCandidates candidates = recall.find(question, most);
        return NoteHits.of(ranking.order(question, candidates), candidates.texts(), most);
    }
}
