package org.berea.search;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.contracts.search.PassagesResponse;
import org.berea.scripture.VerseRange;
import org.berea.search.editions.Edition;
import org.berea.search.engine.Engine;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.StoredVerse;
import org.berea.search.links.CurrentCrossReferences;
import org.berea.search.widening.Neighbours;
import org.berea.search.widening.Passages;

/** What happens to a reference. Blocks while it reads. */
public final class Lookup {
    private final Engine engine;
    private final CurrentCrossReferences references;

    Lookup(Engine engine, CurrentCrossReferences references) {
        this.engine = engine;
        this.references = references;
    }

    /**
     * The verses in each translation that prints text for any of them, and where cross references
     * lead from them.
     *
     * @param translations codes, in the order of the answer; all that are loaded when empty
     * @param context how many neighbours come with the verses on either side
     * @throws InvalidValueException when a translation is not loaded
     */
    public PassagesResponse passages(VerseRange verses, List<String> translations, int context) {
        try (Snapshot snapshot = engine.snapshot()) {
            var passages =
                    WantedEditions.of(snapshot, "translations", translations).stream()
                            .flatMap(each -> passage(each, verses, context, snapshot).stream())
                            .toList();
            var known = references.get();
            var related = RelatedPassages.of(verses, known);
            return new PassagesResponse(
                    passages, related, related.isEmpty() ? null : known.source());
        }
    }

    private static Optional<Passage> passage(
            Edition edition, VerseRange verses, int context, Snapshot snapshot) {
        var wide = Neighbours.with(verses, context);
        List<StoredVerse> texts = snapshot.verses(edition.key(), wide.verses());
        return texts.stream().anyMatch(text -> text.verses().overlaps(verses))
                ? Optional.of(Passages.of(edition, texts, 1, Reason.REFERENCE))
                : Optional.empty();
    }
}
