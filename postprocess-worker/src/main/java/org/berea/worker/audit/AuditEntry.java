package org.berea.worker.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Task;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.contracts.records.ReviewItem;
import org.berea.contracts.records.ReviewItem.Kind;
import org.berea.worker.paging.Cursor;
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
    private List<String> notices = List.of();
    private @Nullable String review;

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
        this.notices = finished.notices().stream().map(notice -> notice.code().label()).toList();
        this.review = Review.of(finished).map(Kind::label).orElse(null);
        this.questionHash = TextHash.of(finished.question());
        this.answerHash = TextHash.of(finished.answer());
        this.traceId = traceId;
        // The database keeps microseconds; a cursor must meet exactly what it holds.
        this.startedAt = finished.startedAt().truncatedTo(ChronoUnit.MICROS);
        this.finishedAt = finished.finishedAt();
    }

    /**
     * @throws IllegalStateException for an entry that nobody needs to look at
     */
    ReviewItem toReview() {
        if (review == null) {
            throw new IllegalStateException(completionId);
        }
        return new ReviewItem(
                new CompletionId(completionId),
                Kind.of(review),
                startedAt,
                subject,
                Tier.of(tier),
                Task.of(task),
                translation,
                Outcome.of(outcome),
                reason,
                List.copyOf(notices),
                List.copyOf(references),
                model);
    }

    Cursor cursor() {
        return new Cursor(startedAt, completionId);
    }
}
