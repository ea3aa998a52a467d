package org.berea.search.indexing;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.Topics;
import org.berea.search.consuming.CatchUp;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Reads the topic {@code passages}. The index holds its own offsets, so those that are committed to
 * Kafka, afterwards, only show how far it is.
 */
final class PassageListener {
    private final PassageDecoder decoder;
    private final Indexing indexing;
    private final CatchUp catchUp;

    PassageListener(PassageDecoder decoder, Indexing indexing, CatchUp catchUp) {
        this.decoder = decoder;
        this.indexing = indexing;
        this.catchUp = catchUp;
    }

    @KafkaListener(
            id = Topics.PASSAGES,
            idIsGroup = false,
            topics = Topics.PASSAGES,
            autoStartup = "false")
    void read(List<ConsumerRecord<String, byte[]>> records, Acknowledgment acknowledgment) {
        var events = records.stream().flatMap(each -> decoder.decode(each).stream()).toList();
        indexing.index(events, offsets(records));
        catchUp.reached(indexing.offsets());
        acknowledgment.acknowledge();
    }

    private static Map<Integer, Long> offsets(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .collect(toMap(ConsumerRecord::partition, each -> each.offset() + 1, Math::max));
    }
}
