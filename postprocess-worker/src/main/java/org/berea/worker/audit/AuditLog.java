package org.berea.worker.audit;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.persistence.EntityManager;
import org.berea.contracts.event.CompletionFinished;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes the audit log. */
@Component
final class AuditLog {
    private final EntityManager entities;
    private final ObjectProvider<Tracer> tracer;

    AuditLog(EntityManager entities, ObjectProvider<Tracer> tracer) {
        this.entities = entities;
        this.tracer = tracer;
    }

    void record(CompletionFinished event) {
        entities.persist(new AuditEntry(event, traceId()));
    }

    /** The trace that began at the gateway; it came along in the event's headers. */
    private @Nullable String traceId() {
        Tracer available = tracer.getIfAvailable();
        Span span = available == null ? null : available.currentSpan();
        return span == null ? null : span.context().traceId();
    }
}
