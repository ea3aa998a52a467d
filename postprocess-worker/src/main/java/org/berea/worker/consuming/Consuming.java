package org.berea.worker.consuming;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.event.CompletionFinished;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies an event's effect exactly once, however often it is delivered. */
@Component
public final class Consuming {
    private final CompletionEvents events;
    private final ProcessedEvents processed;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    Consuming(
            CompletionEvents events,
            ProcessedEvents processed,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.events = events;
        this.processed = processed;
        this.transaction = transaction;
        this.meters = meters;
    }

    /**
     * Applies the effect in the transaction that also remembers it; nothing when the event had its
     * effect before or is of a type that is not known here.
     *
     * @param consumer the short name: {@code audit}
     */
    public void finished(
            String consumer,
            ConsumerRecord<String, byte[]> delivery,
            Consumer<CompletionFinished> effect) {
        String outcome =
                read(delivery).map(event -> apply(consumer, event, effect)).orElse("skipped");
        Metric.EVENTS_CONSUMED
                .counter(meters, "consumer", consumer, "outcome", outcome)
                .increment();
    }

    private Optional<CompletionFinished> read(ConsumerRecord<String, byte[]> delivery) {
        return delivery.value() == null ? Optional.empty() : events.read(delivery.value());
    }

    private String apply(
            String consumer, CompletionFinished event, Consumer<CompletionFinished> effect) {
        String key = CompletionEvents.FINISHED + ":" + event.completionId();
        boolean applied =
                Boolean.TRUE.equals(
                        transaction.execute(
                                _ -> {
                                    boolean first = processed.isFirst(consumer, key);
                                    if (first) {
                                        effect.accept(event);
                                    }
                                    return first;
                                }));
        return applied ? "applied" : "duplicate";
    }
}
