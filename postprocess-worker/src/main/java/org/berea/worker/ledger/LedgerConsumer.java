package org.berea.worker.ledger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.CompletionEvent;
import org.berea.contracts.event.Topics;
import org.berea.worker.consuming.CompletionConsumer;
import org.berea.worker.consuming.Consuming;
import org.berea.worker.topics.ConsumerGroup;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Enters each question into the usage ledger, when it is admitted and when it came to its end. */
@Component
final class LedgerConsumer implements CompletionConsumer {
    private final Consuming consuming;
    private final UsageLedger ledger;

    LedgerConsumer(Consuming consuming, UsageLedger ledger) {
        this.consuming = consuming;
        this.ledger = ledger;
    }

    @Override
    public ConsumerGroup group() {
        return ConsumerGroup.LEDGER;
    }

    @Override
    @KafkaListener(id = "worker-ledger", topics = Topics.COMPLETIONS)
    public void on(ConsumerRecord<String, byte[]> delivery) {
        consuming.consume(group(), delivery, CompletionEvent.class, ledger::enter);
    }
}
