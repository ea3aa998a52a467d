package org.berea.worker.replaying;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The dead letters of one consumer that wait now, read from where the last replay came to. What
 * comes later waits for the next.
 */
final class Letters implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Consumer<String, byte[]> kafka;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends;
    private final Map<TopicPartition, Long> starts = new HashMap<>();

    /**
     * @param kafka asked by this thread only; closed with this
     */
    Letters(Consumer<String, byte[]> kafka, String topic) {
        this.kafka = kafka;
        partitions =
                kafka.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        kafka.assign(partitions);
        ends = kafka.endOffsets(partitions);
        var committed = kafka.committed(new HashSet<>(partitions));
        kafka.beginningOffsets(partitions)
                .forEach((partition, first) -> starts.put(partition, first));
        committed.forEach(
                (partition, position) -> {
                    if (position != null) {
                        starts.merge(partition, position.offset(), Math::max);
                    }
                });
        starts.forEach(kafka::seek);
    }

    long waiting() {
        return partitions.stream().mapToLong(p -> end(p) - start(p)).sum();
    }

    boolean isAtEnd() {
        return partitions.stream().allMatch(p -> kafka.position(p) >= end(p));
    }

    /** The next few, perhaps none although there are more. */
    List<ConsumerRecord<String, byte[]>> next() {
        var letters = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (ConsumerRecord<String, byte[]> letter : kafka.poll(POLL)) {
            if (letter.offset() < end(partitionOf(letter))) {
                letters.add(letter);
            }
        }
        return letters;
    }

    /** The last of each partition, at most so many of each. */
    List<ConsumerRecord<String, byte[]>> last(int ofEach, Duration limit) {
        partitions.forEach(p -> kafka.seek(p, Math.max(start(p), end(p) - ofEach)));
        var letters = new ArrayList<ConsumerRecord<String, byte[]>>();
        Instant latest = Instant.now().plus(limit);
        while (!isAtEnd() && Instant.now().isBefore(latest)) {
            letters.addAll(next());
        }
        return letters;
    }

    /** Remembers that these need not be read again. */
    void putAway(List<ConsumerRecord<String, byte[]>> letters) {
        var positions = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (ConsumerRecord<String, byte[]> letter : letters) {
            positions.put(partitionOf(letter), new OffsetAndMetadata(letter.offset() + 1));
        }
        if (!positions.isEmpty()) {
            kafka.commitSync(positions);
        }
    }

    @Override
    public void close() {
        kafka.close(CloseOptions.timeout(CLOSE));
    }

    private long start(TopicPartition partition) {
        return Objects.requireNonNull(starts.get(partition));
    }

    private long end(TopicPartition partition) {
        return Objects.requireNonNull(ends.get(partition));
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> letter) {
        return new TopicPartition(letter.topic(), letter.partition());
    }
}
