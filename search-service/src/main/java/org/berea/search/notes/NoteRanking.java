package org.berea.search.notes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.search.analysis.Terms;
import org.berea.search.notes.NoteFusion.Ranked;

/** Puts candidates in order, without those that have nothing to do with the question. */
final class NoteRanking {
    private final NoteFloors floors;
    private final Terms terms = Terms.all();

    NoteRanking(NoteFloors floors) {
        this.floors = floors;
    }

    List<Ranked> order(NoteQuestion asked, NoteCandidates candidates) {
        var ranked = new ArrayList<Ranked>();
        candidates.named().forEach(id -> ranked.add(new Ranked(id, 1, Reason.REFERENCE)));
        NoteFusion.fuse(lexical(asked, candidates), near(asked, candidates)).stream()
                .filter(it -> !candidates.named().contains(it.id()))
                .forEach(ranked::add);
        return ranked;
    }

    private List<String> near(NoteQuestion asked, NoteCandidates candidates) {
        boolean beside = asked.question().namesVerses();
        return floors.near(candidates.nearest(), beside).stream().map(ScoredNote::id).toList();
    }

    private List<String> lexical(NoteQuestion asked, NoteCandidates candidates) {
        double least = floors.leastCoverage(candidates.nearest());
        return floors.strong(candidates.lexical()).stream()
                .map(ScoredNote::id)
                .filter(id -> coverage(asked, id, candidates.texts()) >= least)
                .toList();
    }

    private double coverage(NoteQuestion asked, String id, Map<String, NoteText> texts) {
        NoteText note = texts.get(id);
        return note == null ? 0 : asked.covered(new HashSet<>(terms.of(note.text())));
    }
}
