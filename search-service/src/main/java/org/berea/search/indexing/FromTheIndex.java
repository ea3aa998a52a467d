package org.berea.search.indexing;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** Lets the consumer begin where the index ends; an empty index reads from the beginning. */
final class FromTheIndex implements ConsumerAwareRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(FromTheIndex.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Indexing indexing;
    private final CatchUp catchUp;

    FromTheIndex(Indexing indexing, CatchUp catchUp) {
        this.indexing = indexing;
        this.catchUp = catchUp;
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<Integer, Long> offsets = indexing.offsets();
        for (TopicPartition partition : partitions) {
            consumer.seek(partition, offsets.getOrDefault(partition.partition(), 0L));
        }
        try {
            catchUp.begin(ends(consumer, partitions), offsets);
        } catch (KafkaException e) {
            log.warn("Kafka does not say where the topic ends", e);
        }
    }

    private static Map<Integer, Long> ends(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        return consumer.endOffsets(partitions, LIMIT).entrySet().stream()
                .collect(toMap(end -> end.getKey().partition(), Map.Entry::getValue));
    }
}
