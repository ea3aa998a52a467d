package org.berea.contracts.records;

import java.time.Instant;

/**
 * How far the newest import of cross references is, answered by {@code PUT} and {@code GET
 * /admin/cross-references}.
 *
 * @param source who must be named wherever they are shown
 * @param references how many there are; one whose range goes on in another book counts as two
 * @param unknown how many were left out, because the versification lacks one of their verses
 * @param published events that were acknowledged, of {@code total}
 * @param status {@code UNCHANGED}: the same cross references were already loaded
 */
public record CrossReferencesState(
        String importId,
        String source,
        int references,
        int unknown,
        int published,
        int total,
        ImportState.Status status,
        Instant startedAt) {}
