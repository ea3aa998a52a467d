package org.berea.search.reranking;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Verse;
import org.berea.scripture.VerseRange;
import org.berea.search.editions.Edition;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.StoredVerse;
import org.berea.search.recall.Candidates;

/** Makes passages of candidates. */
public final class Reranking {
    /** Those that the question names first, then the others, best first; at most so many. */
    public List<Passage> passages(
            Candidates candidates, int most, Edition edition, Snapshot snapshot) {
        var runs = new Runs(most);
        candidates.asked().forEach(runs::addAsked);
        Fusion.fuse(candidates.lexical(), candidates.near()).forEach(runs::addFound);
        var wanted = runs.inOrder().stream().flatMap(run -> run.range().verses().stream()).toList();
        List<StoredVerse> texts = snapshot.verses(edition.key(), wanted);
        return runs.inOrder().stream()
                .flatMap(run -> passage(run, edition.code(), texts).stream())
                .toList();
    }

    /** Without the verses that the translation prints no text for; empty when it has none. */
    private static Optional<Passage> passage(Run run, String translation, List<StoredVerse> texts) {
        List<StoredVerse> verses =
                texts.stream().filter(text -> text.verses().overlaps(run.range())).toList();
        if (verses.isEmpty()) {
            return Optional.empty();
        }
        var range =
                new VerseRange(
                        verses.getFirst().verses().first(), verses.getLast().verses().last());
        return Optional.of(
                new Passage(
                        range.wire(),
                        range.label(),
                        translation,
                        verses.stream().map(Reranking::verse).toList(),
                        run.score(),
                        run.reason()));
    }

    private static Verse verse(StoredVerse verse) {
        return new Verse(verse.verses().wire(), verse.text());
    }
}
