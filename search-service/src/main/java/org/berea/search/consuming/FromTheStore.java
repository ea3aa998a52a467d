package org.berea.search.consuming;

import static java.util.stream.Collectors.toMap;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Lets the consumer begin where the store ends; an empty store reads from the beginning. */
public final class FromTheStore implements ConsumerAwareRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(FromTheStore.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Supplier<Map<Integer, Long>> stored;
    private final CatchUp catchUp;

    /**
     * @param stored by partition of the topic, the first event that the store has not
     */
    public FromTheStore(Supplier<Map<Integer, Long>> stored, CatchUp catchUp) {
        this.stored = stored;
        this.catchUp = catchUp;
    }

    /** The store that a listener fills. */
    static Optional<FromTheStore> of(MessageListenerContainer listener) {
        return listener.getContainerProperties().getConsumerRebalanceListener()
                        instanceof FromTheStore store
                ? Optional.of(store)
                : Optional.empty();
    }

    /** Whether the store can say where it ends; what is read before has no place to go. */
    boolean isReached() {
        try {
            var _ = stored.get();
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Whether the store has fewer events than it had when it was last read into. */
    boolean hasLostSome() {
        Map<Integer, Long> now = stored.get();
        return catchUp.furthest().entrySet().stream()
                .anyMatch(each -> now.getOrDefault(each.getKey(), 0L) < each.getValue());
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<Integer, Long> offsets = stored.get();
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
