package org.berea.search.widening;

import java.util.ArrayList;
import java.util.List;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.Edition;
import org.berea.search.reranking.RankedVerse;

/** Collects runs, best first, so that no verse is shown twice and neighbours stand together. */
final class Runs {
    /**
     * Found verses join neighbouring runs up to this many verses beside their context; longer is no
     * passage any more.
     */
    private static final int LONGEST = 8;

    private final List<Edition> editions;
    private final int context;
    private final int most;
    private final List<Run> runs = new ArrayList<>();

    /**
     * @param editions the preferred first
     * @param context how many neighbours widen a verse on either side; with 0 nothing is joined
     */
    Runs(List<Edition> editions, int context, int most) {
        this.editions = editions;
        this.context = context;
        this.most = most;
    }

    /** Verses that the question names come whole, whatever they join. */
    void addAsked(Run asked) {
        join(asked, touching(asked));
    }

    void addFound(RankedVerse found, Home home) {
        VerseRef verse = home.verses().first();
        if (runs.stream().anyMatch(run -> shows(run, verse, home.edition()))) {
            return;
        }
        VerseRange wide = Neighbours.with(home.verses(), context);
        var run = new Run(home.edition(), wide, found.score(), found.reason());
        List<Run> touching = context == 0 ? List.of() : touching(run);
        if (touching.isEmpty() || sizeOf(run, touching) > LONGEST + 2 * context) {
            join(uncovered(run, home.verses()), List.of());
        } else {
            join(run, touching);
        }
    }

    List<Run> inOrder() {
        return List.copyOf(runs);
    }

    boolean isFull() {
        return runs.size() >= most;
    }

    /** A run of an edition that is preferred to the verse's home has no text for it. */
    private boolean shows(Run run, VerseRef verse, Edition home) {
        return run.covers(verse) && editions.indexOf(run.edition()) >= editions.indexOf(home);
    }

    private void join(Run run, List<Run> touching) {
        if (touching.isEmpty()) {
            if (!isFull()) {
                runs.add(run);
            }
            return;
        }
        int place = runs.indexOf(touching.getFirst());
        runs.removeAll(touching);
        runs.add(place, touching.stream().reduce(Run::with).orElse(run).with(run));
    }

    private List<Run> touching(Run probe) {
        return runs.stream().filter(run -> run.touches(probe)).toList();
    }

    private static int sizeOf(Run run, List<Run> touching) {
        return touching.stream().reduce(run, Run::with).range().size();
    }

    /** Of a run that cannot join, the verses next to its hit that no other run has. */
    private Run uncovered(Run run, VerseRange hit) {
        List<VerseRef> verses = run.range().verses();
        int first = verses.indexOf(hit.first());
        int last = verses.indexOf(hit.last());
        while (first > 0 && isFree(verses.get(first - 1))) {
            first--;
        }
        while (last < verses.size() - 1 && isFree(verses.get(last + 1))) {
            last++;
        }
        return run.within(new VerseRange(verses.get(first), verses.get(last)));
    }

    private boolean isFree(VerseRef verse) {
        return runs.stream().noneMatch(run -> run.covers(verse));
    }
}
