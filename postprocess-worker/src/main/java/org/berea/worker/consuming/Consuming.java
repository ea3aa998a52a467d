package org.berea.worker.consuming;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.event.CompletionEvent;
import org.berea.worker.topics.ConsumerGroup;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies an event's effect exactly once, however often it is delivered. */
@Component
public final class Consuming {
    private static final List<String> OUTCOMES =
            List.of("applied", "duplicate", "skipped", "failed", "dead-lettered");

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
        for (ConsumerGroup consumer : ConsumerGroup.values()) {
            OUTCOMES.forEach(outcome -> consumed(consumer, outcome));
        }
    }

    /**
     * Applies the effect in the transaction that also remembers it; nothing when the event had its
     * effect before, is not of the wanted type, or of one that is not known here.
     */
    public <E extends CompletionEvent> void consume(
            ConsumerGroup consumer,
            ConsumerRecord<String, byte[]> delivery,
            Class<E> wanted,
            Consumer<E> effect) {
        String outcome =
                read(delivery)
                        .filter(wanted::isInstance)
                        .map(wanted::cast)
                        .map(event -> apply(consumer, event, effect))
                        .orElse("skipped");
        consumed(consumer, outcome).increment();
    }

    private Counter consumed(ConsumerGroup consumer, String outcome) {
        return Metric.EVENTS_CONSUMED.counter(
                meters, "consumer", consumer.label(), "outcome", outcome);
    }

    private Optional<CompletionEvent> read(ConsumerRecord<String, byte[]> delivery) {
        return delivery.value() == null ? Optional.empty() : events.read(delivery.value());
    }

    private <E extends CompletionEvent> String apply(
            ConsumerGroup consumer, E event, Consumer<E> effect) {
        String key = CompletionEvents.keyOf(event);
        boolean applied =
                Boolean.TRUE.equals(
                        transaction.execute(
                                _ -> {
                                    boolean first = processed.isFirst(consumer.label(), key);
                                    if (first) {
                                        effect.accept(event);
                                    }
                                    return first;
                                }));
        return applied ? "applied" : "duplicate";
    }
}
