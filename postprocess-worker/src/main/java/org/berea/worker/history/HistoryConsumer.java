package org.berea.worker.history;

import jakarta.persistence.EntityManager;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.Topics;
import org.berea.worker.consuming.CompletionConsumer;
import org.berea.worker.consuming.Consuming;
import org.berea.worker.topics.ConsumerGroup;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Remembers each question whose answer the user got to see, at least in part. */
@Component
final class HistoryConsumer implements CompletionConsumer {
    private final Consuming consuming;
    private final EntityManager entities;

    HistoryConsumer(Consuming consuming, EntityManager entities) {
        this.consuming = consuming;
        this.entities = entities;
    }

    @Override
    public ConsumerGroup group() {
        return ConsumerGroup.HISTORY;
    }

    @Override
    @KafkaListener(id = "worker-history", topics = Topics.COMPLETIONS)
    public void on(ConsumerRecord<String, byte[]> delivery) {
        consuming.consume(group(), delivery, CompletionFinished.class, this::remember);
    }

    private void remember(CompletionFinished finished) {
        if (!finished.answer().isBlank()) {
            entities.persist(new HistoryEntry(finished));
        }
    }
}
