package org.berea.worker.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.event.CompletionFinished;
import org.jspecify.annotations.Nullable;

/** What one question cost, in tokens and in millionths of a dollar; also when that is nothing. */
@Entity
@Table(name = "usage_ledger")
class LedgerRow {
    @Id private String completionId = "";
    private String state = "";
    private LocalDate day = LocalDate.EPOCH;
    private String subject = "";
    private String tier = "";
    private String cohort = "";
    private String task = "";
    private @Nullable String model;
    private @Nullable String cache;
    private long promptTokens;
    private long completionTokens;
    private long costMicros;
    private Instant startedAt = Instant.EPOCH;
    private @Nullable Instant finishedAt;

    /** For the persistence provider. */
    protected LedgerRow() {}

    LedgerRow(CompletionFinished finished) {
        this.completionId = finished.completionId().value();
        this.state = finished.outcome().label();
        this.day = finished.day();
        this.subject = finished.subject();
        this.tier = finished.tier().label();
        this.cohort = finished.cohort();
        this.task = finished.task().label();
        this.model = finished.model();
        this.cache = cacheOf(finished.usage());
        this.promptTokens = finished.promptTokens();
        this.completionTokens = finished.completionTokens();
        this.costMicros = finished.costMicros();
        this.startedAt = finished.startedAt();
        this.finishedAt = finished.finishedAt();
    }

    private static @Nullable String cacheOf(@Nullable Usage usage) {
        return usage == null ? null : usage.cache().name().toLowerCase(Locale.ROOT);
    }
}
