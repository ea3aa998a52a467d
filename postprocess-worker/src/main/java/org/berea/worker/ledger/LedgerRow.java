package org.berea.worker.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.event.CompletionAdmitted;
import org.berea.contracts.event.CompletionFinished;
import org.jspecify.annotations.Nullable;

/**
 * What one event knows of the row of a question: what it costs, in tokens and in millionths of a
 * dollar, also when that is nothing.
 *
 * @param ceilingTokens the most it may cost; null in what only tells how it ended
 */
record LedgerRow(
        String completionId,
        String state,
        LocalDate day,
        String subject,
        String tier,
        String cohort,
        String task,
        @Nullable String model,
        @Nullable String cache,
        long promptTokens,
        long completionTokens,
        long costMicros,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt,
        @Nullable String instance,
        @Nullable Long ceilingTokens,
        @Nullable Long ceilingMicros) {
    static LedgerRow of(CompletionAdmitted admitted) {
        return new LedgerRow(
                admitted.completionId().value(),
                "open",
                admitted.day(),
                admitted.subject(),
                admitted.tier().label(),
                admitted.cohort(),
                admitted.task().label(),
                null,
                null,
                0,
                0,
                0,
                at(admitted.admittedAt()),
                null,
                admitted.instance(),
                admitted.ceilingTokens(),
                admitted.ceilingMicros());
    }

    static LedgerRow of(CompletionFinished finished) {
        return new LedgerRow(
                finished.completionId().value(),
                finished.outcome().label(),
                finished.day(),
                finished.subject(),
                finished.tier().label(),
                finished.cohort(),
                finished.task().label(),
                finished.model(),
                cacheOf(finished.usage()),
                finished.promptTokens(),
                finished.completionTokens(),
                finished.costMicros(),
                at(finished.startedAt()),
                at(finished.finishedAt()),
                null,
                null,
                null);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String cacheOf(@Nullable Usage usage) {
        return usage == null ? null : usage.cache().name().toLowerCase(Locale.ROOT);
    }
}
