package org.berea.worker.consuming;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.worker.topics.ConsumerGroup;

/** Does one thing with the events of the topic {@code completions}, each exactly once. */
public interface CompletionConsumer {
    ConsumerGroup group();

    /**
     * Takes an event as Kafka delivers it, for the first time, again, or from the dead letters.
     * Throws what keeps it from having its effect, and then leaves none behind.
     */
    void on(ConsumerRecord<String, byte[]> delivery);
}
