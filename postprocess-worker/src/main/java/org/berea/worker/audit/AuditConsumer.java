package org.berea.worker.audit;

import jakarta.persistence.EntityManager;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.Topics;
import org.berea.worker.consuming.CompletionConsumer;
import org.berea.worker.consuming.Consuming;
import org.berea.worker.topics.ConsumerGroup;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Enters each answer that ended into the audit log. */
@Component
final class AuditConsumer implements CompletionConsumer {
    private final Consuming consuming;
    private final EntityManager entities;

    AuditConsumer(Consuming consuming, EntityManager entities) {
        this.consuming = consuming;
        this.entities = entities;
    }

    @Override
    public ConsumerGroup group() {
        return ConsumerGroup.AUDIT;
    }

    @Override
    @KafkaListener(id = "worker-audit", topics = Topics.COMPLETIONS)
    public void on(ConsumerRecord<String, byte[]> delivery) {
        consuming.consume(
                group(),
                delivery,
                CompletionFinished.class,
                finished -> entities.persist(new AuditEntry(finished, TraceParent.idIn(delivery))));
    }
}
