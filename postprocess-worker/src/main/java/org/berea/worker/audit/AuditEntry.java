package org.berea.worker.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.event.CompletionFinished;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the audit log; holds hashes of question and answer, never their text. */
@Entity
@Immutable
@Table(name = "audit_log")
@IdClass(AuditEntry.Key.class)
class AuditEntry {
    /** One row for each event of a completion. */
    record Key(String completionId, String event) implements Serializable {}

    @Id private String completionId = "";
    @Id private String event = "";
    private String subject = "";
    private String tier = "";
    private String cohort = "";
    private String task = "";
    private @Nullable String translation;
    private String outcome = "";
    private @Nullable String reason;
    private @Nullable String model;

    @Column(name = "verse_references")
    private List<String> references = List.of();

    private List<String> degraded = List.of();

    @Column(name = "question_sha256")
    private String questionHash = "";

    @Column(name = "answer_sha256")
    private String answerHash = "";

    private @Nullable String traceId;
    private Instant startedAt = Instant.EPOCH;
    private Instant finishedAt = Instant.EPOCH;

    /** For the persistence provider. */
    protected AuditEntry() {}

    AuditEntry(CompletionFinished finished, @Nullable String traceId) {
        this.completionId = finished.completionId().value();
        this.event = "completion.finished";
        this.subject = finished.subject();
        this.tier = finished.tier().label();
        this.cohort = finished.cohort();
        this.task = finished.task().label();
        this.translation = finished.translation();
        this.outcome = finished.outcome().label();
        this.reason = finished.reason();
        this.model = finished.model();
        this.references = finished.references();
        this.degraded = finished.degraded().stream().map(Degradation::label).toList();
        this.questionHash = TextHash.of(finished.question());
        this.answerHash = TextHash.of(finished.answer());
        this.traceId = traceId;
        this.startedAt = finished.startedAt();
        this.finishedAt = finished.finishedAt();
    }
}
