package org.berea.worker.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.berea.contracts.CompletionId;
import org.berea.contracts.completion.Task;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.contracts.records.HistoryItem;
import org.berea.worker.paging.Cursor;
import org.hibernate.annotations.Immutable;

/** A question of a user and what was answered. */
@Entity
@Immutable
@Table(name = "reading_history")
class HistoryEntry {
    @Id private String completionId = "";
    private String subject = "";
    private Instant askedAt = Instant.EPOCH;
    private String task = "";
    private String question = "";
    private String answer = "";

    @Column(name = "verse_references")
    private List<String> references = List.of();

    private String outcome = "";

    /** For the persistence provider. */
    protected HistoryEntry() {}

    HistoryEntry(CompletionFinished finished) {
        this.completionId = finished.completionId().value();
        this.subject = finished.subject();
        // The database keeps microseconds; a cursor must meet exactly what it holds.
        this.askedAt = finished.startedAt().truncatedTo(ChronoUnit.MICROS);
        this.task = finished.task().label();
        this.question = storable(finished.question());
        this.answer = storable(finished.answer());
        this.references = finished.references();
        this.outcome = finished.outcome().label();
    }

    HistoryItem toItem() {
        return new HistoryItem(
                new CompletionId(completionId),
                askedAt,
                Task.of(task),
                question,
                answer,
                List.copyOf(references),
                Outcome.of(outcome));
    }

    Cursor cursor() {
        return new Cursor(askedAt, completionId);
    }

    /** PostgreSQL's text holds every character but this one. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
