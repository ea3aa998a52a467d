package org.berea.search.indexing;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.PassagesEvent;
import org.berea.contracts.event.Topics;
import org.berea.search.consuming.TopicReader;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;

/** Reads the topic {@code passages}. */
final class PassageListener {
    private final TopicReader<PassagesEvent> reader;

    PassageListener(TopicReader<PassagesEvent> reader) {
        this.reader = reader;
    }

    @KafkaListener(
            id = Topics.PASSAGES,
            idIsGroup = false,
            topics = Topics.PASSAGES,
            autoStartup = "false")
    void read(List<ConsumerRecord<String, byte[]>> records, Acknowledgment acknowledgment) {
        reader.read(records, acknowledgment);
    }
}
