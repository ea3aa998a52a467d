package org.berea.worker.audit;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.Topics;
import org.berea.worker.consuming.Consuming;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of each answer that ended, for the audit log. */
@Component
final class AuditConsumer {
    private final Consuming consuming;
    private final AuditLog log;

    AuditConsumer(Consuming consuming, AuditLog log) {
        this.consuming = consuming;
        this.log = log;
    }

    @KafkaListener(id = "worker-audit", topics = Topics.COMPLETIONS)
    void on(ConsumerRecord<String, byte[]> delivery) {
        consuming.finished("audit", delivery, log::record);
    }
}
