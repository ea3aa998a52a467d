package org.berea.search.widening;

import org.berea.contracts.completion.Passage.Reason;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.Edition;

/** A run of verses of one edition that becomes one passage. */
record Run(Edition edition, VerseRange range, double score, Reason reason) {
    boolean covers(VerseRef verse) {
        return range.contains(verse);
    }

    /** Whether the two share a verse or one follows the other in the same chapter. */
    boolean touches(Run other) {
        return edition.equals(other.edition)
                && (range.overlaps(other.range)
                        || isFollowedBy(range, other.range)
                        || isFollowedBy(other.range, range));
    }

    /** Both and what lies between, with the score and the reason of the better. */
    Run with(Run other) {
        VerseRef first = min(range.first(), other.range.first());
        VerseRef last = max(range.last(), other.range.last());
        Run better = score >= other.score ? this : other;
        return new Run(edition, new VerseRange(first, last), better.score, better.reason);
    }

    Run within(VerseRange narrower) {
        return new Run(edition, narrower, score, reason);
    }

    private static boolean isFollowedBy(VerseRange earlier, VerseRange later) {
        VerseRef end = earlier.last();
        VerseRef start = later.first();
        return end.book() == start.book()
                && end.chapter() == start.chapter()
                && end.verse() + 1 == start.verse();
    }

    private static VerseRef min(VerseRef one, VerseRef two) {
        return one.compareTo(two) <= 0 ? one : two;
    }

    private static VerseRef max(VerseRef one, VerseRef two) {
        return one.compareTo(two) >= 0 ? one : two;
    }
}
