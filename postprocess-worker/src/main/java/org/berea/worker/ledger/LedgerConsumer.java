package org.berea.worker.ledger;

import jakarta.persistence.EntityManager;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.Topics;
import org.berea.worker.consuming.Consuming;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Enters each answer that ended into the usage ledger. */
@Component
final class LedgerConsumer {
    private final Consuming consuming;
    private final EntityManager entities;

    LedgerConsumer(Consuming consuming, EntityManager entities) {
        this.consuming = consuming;
        this.entities = entities;
    }

    @KafkaListener(id = "worker-ledger", topics = Topics.COMPLETIONS)
    void on(ConsumerRecord<String, byte[]> delivery) {
        consuming.finished(
                "ledger", delivery, finished -> entities.persist(new LedgerRow(finished)));
    }
}
