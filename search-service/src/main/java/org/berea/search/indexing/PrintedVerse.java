package org.berea.search.indexing;

import java.util.Optional;
import org.berea.scripture.VerseRange;

/** Reads how an edition names what it prints as one verse. */
final class PrintedVerse {
    private PrintedVerse() {}

    /**
     * The verses of {@code ROM.8.28} or, for several printed as one, {@code ROM.8.28-29}. Of a
     * range that goes beyond the versification the first verse stands for all; empty when it has
     * not even that.
     */
    static Optional<VerseRange> verses(String ref) {
        return VerseRange.parse(ref).or(() -> first(ref));
    }

    private static Optional<VerseRange> first(String ref) {
        int end = ref.indexOf('-');
        return end < 0 ? Optional.empty() : VerseRange.parse(ref.substring(0, end));
    }
}
