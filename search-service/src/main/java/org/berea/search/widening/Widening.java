package org.berea.search.widening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.berea.contracts.completion.Passage;
import org.berea.scripture.VerseRange;
import org.berea.search.editions.Edition;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.StoredVerse;
import org.berea.search.reranking.RankedVerse;

/**
 * Makes passages, each of one edition: those that the question names first, then the others, best
 * first. No verse is shown twice, whichever editions have it.
 */
public final class Widening {
    /** So many found verses are looked at for each passage: some of them join. */
    private static final int FOR_EACH_PASSAGE = 3;

    private final Snapshot snapshot;
    private final List<Edition> editions;

    /**
     * @param editions the preferred first
     */
    public Widening(Snapshot snapshot, List<Edition> editions) {
        this.snapshot = snapshot;
        this.editions = List.copyOf(editions);
    }

    /**
     * @param context how many neighbours widen a verse on either side; with 0 each verse that was
     *     found is a passage of its own
     * @param most passages
     */
    public List<Passage> passages(
            List<VerseRange> asked, List<RankedVerse> found, int context, int most) {
        var runs = new Runs(editions, context, most);
        addAsked(asked, context, runs);
        addFound(found.subList(0, Math.min(found.size(), most * FOR_EACH_PASSAGE)), runs);
        return read(runs.inOrder());
    }

    private void addAsked(List<VerseRange> asked, int context, Runs runs) {
        var verses = asked.stream().flatMap(range -> range.verses().stream()).toList();
        var asking = new Asked(editions, Homes.of(verses, editions, snapshot), context);
        asked.stream().flatMap(range -> asking.runs(range).stream()).forEach(runs::addAsked);
    }

    private void addFound(List<RankedVerse> found, Runs runs) {
        if (editions.size() == 1) {
            Edition only = editions.getFirst();
            found.forEach(each -> runs.addFound(each, new Home(only, each.verse().toRange())));
            return;
        }
        var verses = found.stream().map(RankedVerse::verse).toList();
        var homes = Homes.of(verses, editions, snapshot);
        for (RankedVerse each : found) {
            homes.of(each.verse()).ifPresent(home -> runs.addFound(each, home));
        }
    }

    /** Asks each edition once for all texts it has to show. */
    private List<Passage> read(List<Run> runs) {
        var texts = new HashMap<Edition, List<StoredVerse>>();
        for (Edition edition : editions) {
            var verses =
                    runs.stream()
                            .filter(run -> run.edition().equals(edition))
                            .flatMap(run -> run.range().verses().stream())
                            .toList();
            texts.put(
                    edition, verses.isEmpty() ? List.of() : snapshot.verses(edition.key(), verses));
        }
        return runs.stream().flatMap(run -> passage(run, texts).stream()).toList();
    }

    /** Without the verses that the edition prints no text for; empty when it has none. */
    private static Optional<Passage> passage(Run run, Map<Edition, List<StoredVerse>> texts) {
        List<StoredVerse> verses =
                texts.getOrDefault(run.edition(), List.of()).stream()
                        .filter(text -> text.verses().overlaps(run.range()))
                        .toList();
        return verses.isEmpty()
                ? Optional.empty()
                : Optional.of(Passages.of(run.edition(), verses, run.score(), run.reason()));
    }
}
