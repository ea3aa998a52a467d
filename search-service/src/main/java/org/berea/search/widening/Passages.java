package org.berea.search.widening;

import java.util.List;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.contracts.completion.Verse;
import org.berea.scripture.VerseRange;
import org.berea.search.editions.Edition;
import org.berea.search.engine.StoredVerse;

/** Writes stored verses as passages. */
public final class Passages {
    private Passages() {}

    /**
     * One passage of these verses.
     *
     * @param verses at least one, in the order of the canon
     */
    public static Passage of(
            Edition edition, List<StoredVerse> verses, double score, Reason reason) {
        var range =
                new VerseRange(
                        verses.getFirst().verses().first(), verses.getLast().verses().last());
        return new Passage(
                range.wire(),
                range.label(),
                edition.code(),
                verses.stream().map(Passages::verse).toList(),
                score,
                reason);
    }

    private static Verse verse(StoredVerse stored) {
        return new Verse(stored.verses().wire(), stored.text());
    }
}
