package org.berea.search.indexing;

import java.util.Optional;
import java.util.regex.Pattern;
import org.berea.scripture.VerseRange;

/** Reads how an edition names what it prints as one verse. */
final class PrintedVerse {
    private static final Pattern FORM =
            Pattern.compile("[A-Z0-9]{3}\\.\\d+\\.\\d+(-(\\d+\\.)?\\d+)?");

    private PrintedVerse() {}

    /** Whether it is written as verses are, be they in the versification or not. */
    static boolean isWellFormed(String ref) {
        return FORM.matcher(ref).matches();
    }

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
