package org.berea.search.editions;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.search.Translation;
import org.jspecify.annotations.Nullable;

/**
 * How far one import has come. Text and vectors arrive apart, in any order and possibly again.
 *
 * @param translation null until the first text arrives
 * @param total how many events the import has
 * @param verses how many verses have text so far
 * @param vectors how many verses have a vector so far
 */
public record Progress(
        EditionKey key,
        @Nullable Translation translation,
        int total,
        @JsonProperty Seen texts,
        @JsonProperty Seen embedded,
        int verses,
        int vectors) {
    static Progress start(EditionKey key, int total) {
        return new Progress(key, null, total, Seen.NOTHING, Seen.NOTHING, 0, 0);
    }

    /** Refuses an event that contradicts the earlier ones of its import. */
    Progress checkTotal(int stated) {
        if (stated != total) {
            throw InvalidValueException.of(
                    "total", stated, total + ", as other events of import " + key.importId());
        }
        return this;
    }

    boolean hasText(int sequence) {
        return texts.has(sequence);
    }

    boolean hasVectors(int sequence) {
        return embedded.has(sequence);
    }

    Progress withText(int sequence, Translation named, int count) {
        return new Progress(
                key, named, total, texts.with(sequence), embedded, verses + count, vectors);
    }

    Progress withVectors(int sequence, int count) {
        return new Progress(
                key, translation, total, texts, embedded.with(sequence), verses, vectors + count);
    }

    boolean textWhole() {
        return translation != null && texts.isWhole(total);
    }

    boolean complete() {
        return textWhole() && embedded.isWhole(total);
    }

    Edition edition() {
        if (translation == null) {
            throw new IllegalStateException("no text of " + key + " has arrived");
        }
        return new Edition(key, translation, embedded.isWhole(total));
    }
}
