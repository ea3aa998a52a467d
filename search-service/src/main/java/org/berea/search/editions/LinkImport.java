package org.berea.search.editions;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.berea.contracts.InvalidValueException;

/**
 * How far one import of cross references has come.
 *
 * @param importId sorts by time
 * @param source who must be named wherever they are shown
 * @param total how many events the import has
 * @param chapters with how many references each has brought
 */
public record LinkImport(String importId, String source, int total, @JsonProperty Seen chapters) {
    static LinkImport start(String importId, String source, int total) {
        return new LinkImport(importId, source, total, Seen.NOTHING);
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
        return new LinkImport(importId, source, total, chapters.with(sequence, references));
    }

    /** Both, of the same import. */
    LinkImport union(LinkImport other) {
        return new LinkImport(
                importId,
                source.compareTo(other.source) <= 0 ? source : other.source,
                Math.max(total, other.total),
                chapters.union(other.chapters));
    }

    boolean has(int sequence) {
        return chapters.has(sequence);
    }

    boolean isWhole() {
        return chapters.isWhole(total);
    }
}
