package org.berea.embedding.bulk;

import static org.berea.contracts.event.Topics.PASSAGES;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether records of imports wait for this service, at whichever of its instances. Kafka itself is
 * asked: another instance may have all the work in hand.
 */
final class Backlog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Backlog.class);
    private static final int LIMIT_SECONDS = 5;

    private final Admin admin;
    private final String group;

    Backlog(Admin admin, ConsumerGroups groups) {
        this.admin = admin;
        this.group = groups.passages();
    }

    /** Also when Kafka cannot tell: then nobody reads from it either. Waits for some seconds. */
    boolean isEmpty() throws InterruptedException {
        try {
            return !waits();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("the lag of {} is unknown: {}", group, e.toString());
            return true;
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private boolean waits() throws InterruptedException, ExecutionException, TimeoutException {
        List<TopicPartition> partitions = partitions();
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        var read = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return partitions.stream()
                .anyMatch(it -> end.getOrDefault(it, 0L) > position(it, first, read.get(it)));
    }

    private List<TopicPartition> partitions()
            throws InterruptedException, ExecutionException, TimeoutException {
        var topics = get(admin.describeTopics(List.of(PASSAGES)).allTopicNames());
        return topics.values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .map(partition -> new TopicPartition(PASSAGES, partition.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        var asked = partitions.stream().collect(Collectors.toMap(it -> it, _ -> which));
        return get(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().offset()));
    }

    /** What was committed may have been deleted since, or nothing was. */
    private static long position(
            TopicPartition partition,
            Map<TopicPartition, Long> first,
            @Nullable OffsetAndMetadata read) {
        return Math.max(first.getOrDefault(partition, 0L), read == null ? 0 : read.offset());
    }

    private static <T> T get(KafkaFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
