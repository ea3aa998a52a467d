package org.berea.search.reranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Verse;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.Edition;
import org.berea.search.engine.Snapshot;
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
        Map<VerseRef, String> texts = snapshot.texts(edition.key(), wanted);
        return runs.inOrder().stream()
                .flatMap(run -> passage(run, edition.code(), texts).stream())
                .toList();
    }

    /** Without the verses that the translation prints no text for; empty when it has none. */
    private static Optional<Passage> passage(
            Run run, String translation, Map<VerseRef, String> texts) {
        var verses = new ArrayList<VerseRef>(run.range().verses());
        verses.removeIf(verse -> !texts.containsKey(verse));
        if (verses.isEmpty()) {
            return Optional.empty();
        }
        var range = new VerseRange(verses.getFirst(), verses.getLast());
        return Optional.of(
                new Passage(
                        range.wire(),
                        range.label(),
                        translation,
                        verses.stream().map(verse -> verse(verse, texts)).toList(),
                        run.score(),
                        run.reason()));
    }

    private static Verse verse(VerseRef verse, Map<VerseRef, String> texts) {
        return new Verse(verse.wire(), texts.getOrDefault(verse, ""));
    }
}
