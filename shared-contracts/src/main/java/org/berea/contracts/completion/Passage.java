package org.berea.contracts.completion;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.berea.contracts.Check;

/**
 * One run of verses: a hit and the neighbours that widen it.
 *
 * @param ref the run, {@code BOOK.chapter.verse[-verse | -chapter.verse]} with USFM book codes
 * @param label for people, {@code Romans 8:27–29}
 * @param score how well it fits, 0 to 1
 */
public record Passage(
        String ref,
        String label,
        String translation,
        List<Verse> verses,
        double score,
        Reason reason) {
    /** Why the passage was found. */
    public enum Reason {
        REFERENCE,
        LEXICAL,
        VECTOR;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Reason of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    public Passage {
        Check.present("ref", ref);
        verses = List.copyOf(verses);
    }
}
