package org.berea.worker.costs;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.Topics;
import org.berea.worker.consuming.CompletionConsumer;
import org.berea.worker.consuming.Consuming;
import org.berea.worker.topics.ConsumerGroup;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Adds up what answers cost, by day, cohort, tier, task and model. */
@Component
final class CostsConsumer implements CompletionConsumer {
    private final Consuming consuming;
    private final DailyCosts costs;

    CostsConsumer(Consuming consuming, DailyCosts costs) {
        this.consuming = consuming;
        this.costs = costs;
    }

    @Override
    public ConsumerGroup group() {
        return ConsumerGroup.COSTS;
    }

    @Override
    @KafkaListener(id = "worker-costs", topics = Topics.COMPLETIONS)
    public void on(ConsumerRecord<String, byte[]> delivery) {
        consuming.consume(group(), delivery, CompletionFinished.class, costs::add);
    }
}
