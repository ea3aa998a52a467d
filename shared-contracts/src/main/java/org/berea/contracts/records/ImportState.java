package org.berea.contracts.records;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * How far the newest import of a translation is, answered by {@code PUT} and {@code GET
 * /admin/translations/{code}}.
 *
 * @param verses verses with text
 * @param published events that were acknowledged, of {@code total}
 */
public record ImportState(
        String importId,
        String code,
        String name,
        int books,
        int chapters,
        int verses,
        int published,
        int total,
        Status status,
        Instant startedAt) {
    /** Where it stands. {@code UNCHANGED}: the same text was already loaded. */
    public enum Status {
        PUBLISHING,
        PUBLISHED,
        UNCHANGED;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Status of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }
}
