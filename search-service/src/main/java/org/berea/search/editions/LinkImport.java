package org.berea.search.editions;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.berea.contracts.InvalidValueException;

/**
 * How far one import of cross references has come.
 *
 * @param importId sorts by time
 * @param source who must be named wherever they are shown
 * @param total how many events the import has
 * @param count how many references it has brought so far
 */
public record LinkImport(
        String importId, String source, int total, @JsonProperty Seen chapters, int count) {
    static LinkImport start(String importId, String source, int total) {
        return new LinkImport(importId, source, total, Seen.NOTHING, 0);
    }

    /** Refuses an event that contradicts the earlier ones of its import. */
    LinkImport checkTotal(int stated) {
        if (stated != total) {
            throw InvalidValueException.of(
                    "total", stated, total + ", as other events of import " + importId);
        }
        return this;
    }

    LinkImport with(int sequence, int references) {
        return new LinkImport(importId, source, total, chapters.with(sequence), count + references);
    }

    boolean has(int sequence) {
        return chapters.has(sequence);
    }

    boolean isWhole() {
        return chapters.isWhole(total);
    }
}
