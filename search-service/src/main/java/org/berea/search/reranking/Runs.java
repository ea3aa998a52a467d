package org.berea.search.reranking;

import java.util.ArrayList;
import java.util.List;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;

/** Collects runs, best first, so that none overlaps or adjoins another. */
final class Runs {
    /**
     * Found verses join neighbouring runs up to this many verses; longer is no passage any more.
     */
    private static final int LONGEST = 10;

    private final int most;
    private final List<Run> runs = new ArrayList<>();

    Runs(int most) {
        this.most = most;
    }

    /** Verses that the question names come whole, whatever they join. */
    void addAsked(VerseRange asked) {
        VerseRange range = Widening.widen(asked);
        join(new Run(range, 1, Reason.REFERENCE), touching(range));
    }

    void addFound(RankedVerse found) {
        if (runs.stream().anyMatch(run -> run.covers(found.verse()))) {
            return;
        }
        var run = new Run(Widening.widen(found.verse()), found.score(), found.reason());
        List<Run> touching = touching(run.range());
        if (sizeOf(run, touching) <= LONGEST) {
            join(run, touching);
        } else {
            join(uncovered(run, found.verse()), List.of());
        }
    }

    List<Run> inOrder() {
        return List.copyOf(runs);
    }

    private void join(Run run, List<Run> touching) {
        if (touching.isEmpty()) {
            if (runs.size() < most) {
                runs.add(run);
            }
            return;
        }
        int place = runs.indexOf(touching.getFirst());
        runs.removeAll(touching);
        runs.add(place, touching.stream().reduce(Run::with).orElse(run).with(run));
    }

    private List<Run> touching(VerseRange range) {
        var probe = new Run(range, 0, Reason.LEXICAL);
        return runs.stream().filter(run -> run.touches(probe)).toList();
    }

    private static int sizeOf(Run run, List<Run> touching) {
        return touching.stream().reduce(run, Run::with).range().size();
    }

    /** Of a run that cannot join, the verses that no other run has. */
    private Run uncovered(Run run, VerseRef hit) {
        VerseRef first = hit;
        VerseRef last = hit;
        for (VerseRef verse : run.range().verses()) {
            boolean free = runs.stream().noneMatch(other -> other.covers(verse));
            if (free && verse.compareTo(first) < 0) {
                first = verse;
            }
            if (free && verse.compareTo(last) > 0) {
                last = verse;
            }
        }
        return new Run(new VerseRange(first, last), run.score(), run.reason());
    }
}
