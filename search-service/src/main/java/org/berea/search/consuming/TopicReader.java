package org.berea.search.consuming;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Hands what was read from a topic to a store. The store holds its own offsets, so those that are
 * committed to Kafka, afterwards, only show how far it is.
 */
public final class TopicReader<E> {
    private final EventDecoder<E> decoder;
    private final BiConsumer<List<E>, Map<Integer, Long>> store;
    private final Supplier<Map<Integer, Long>> stored;
    private final CatchUp catchUp;

    /**
     * @param store takes events and, by partition, the first event after them, durably and as one
     * @param stored by partition, the first event that the store has not
     */
    public TopicReader(
            EventDecoder<E> decoder,
            BiConsumer<List<E>, Map<Integer, Long>> store,
            Supplier<Map<Integer, Long>> stored,
            CatchUp catchUp) {
        this.decoder = decoder;
        this.store = store;
        this.stored = stored;
        this.catchUp = catchUp;
    }

    public void read(List<ConsumerRecord<String, byte[]>> records, Acknowledgment acknowledgment) {
        var events = records.stream().flatMap(each -> decoder.decode(each).stream()).toList();
        store.accept(events, offsetsAfter(records));
        catchUp.reached(stored.get());
        acknowledgment.acknowledge();
    }

    private static Map<Integer, Long> offsetsAfter(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .collect(toMap(ConsumerRecord::partition, each -> each.offset() + 1, Math::max));
    }
}
