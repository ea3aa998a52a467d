package org.berea.worker.ledger;

import java.time.Instant;
import java.time.LocalDate;

/** A question that was admitted and of whose end nothing is known yet. */
public record OpenRow(
        String completionId,
        LocalDate day,
        String subject,
        Instant startedAt,
        long ceilingTokens,
        long ceilingMicros) {}
