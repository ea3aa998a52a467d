package org.berea.search.widening;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.Edition;

/** Makes runs of verses that a question names: each verse once, in the preferred edition. */
final class Asked {
    private final List<Edition> editions;
    private final Homes homes;
    private final int context;

    Asked(List<Edition> editions, Homes homes, int context) {
        this.editions = editions;
        this.homes = homes;
        this.context = context;
    }

    /**
     * The verses and what stands around them in the preferred edition that has any of them, then
     * those that it lacks and another has; nothing when none has text.
     */
    List<Run> runs(VerseRange asked) {
        Optional<Edition> main =
                asked.verses().stream()
                        .flatMap(verse -> homes.of(verse).stream())
                        .map(Home::edition)
                        .min(comparingInt(editions::indexOf));
        var runs = new ArrayList<Run>();
        main.ifPresent(edition -> runs.add(run(edition, Neighbours.with(asked, context))));
        main.ifPresent(edition -> runs.addAll(lackedBy(edition, asked)));
        return runs;
    }

    private List<Run> lackedBy(Edition main, VerseRange asked) {
        var runs = new ArrayList<Run>();
        for (VerseRef verse : asked.verses()) {
            homes.of(verse)
                    .map(Home::edition)
                    .filter(edition -> !edition.equals(main))
                    .ifPresent(edition -> extend(runs, run(edition, verse.toRange())));
        }
        return runs;
    }

    private static void extend(List<Run> runs, Run next) {
        if (!runs.isEmpty() && runs.getLast().touches(next)) {
            runs.add(runs.removeLast().with(next));
        } else {
            runs.add(next);
        }
    }

    private static Run run(Edition edition, VerseRange range) {
        return new Run(edition, range, 1, Reason.REFERENCE);
    }
}
