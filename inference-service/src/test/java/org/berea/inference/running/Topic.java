package org.berea.inference.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.berea.contracts.CompletionId;
import tools.jackson.databind.JsonNode;

/** Reads a topic from its beginning. */
public final class Topic implements AutoCloseable {
    public static final String ADMITTED = "completion.admitted.v1";
    public static final String FINISHED = "completion.finished.v1";

    private final KafkaConsumer<String, String> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

    public Topic(Servers servers, String name) {
        this(servers.kafka(), name);
    }

    public Topic(String bootstrapServers, String name) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "auto.offset.reset", "earliest",
                                "enable.auto.commit", "false"),
                        new StringDeserializer(),
                        new StringDeserializer());
        partitions =
                consumer.partitionsFor(name).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Everything that the brokers have at this moment. */
    public List<ConsumerRecord<String, String>> now() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(
                        part -> consumer.position(part) < Objects.requireNonNull(ends.get(part)))) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return List.copyOf(records);
    }

    /** The ends of one completion that are there at this moment. */
    public List<JsonNode> now(CompletionId id) {
        return now(id, FINISHED).stream().map(record -> Client.tree(record.value())).toList();
    }

    /** The events of one completion and type that are there at this moment. */
    public List<ConsumerRecord<String, String>> now(CompletionId id, String type) {
        return now().stream().filter(record -> is(id, type, record)).toList();
    }

    /** The first end of the completion, waited for. */
    public ConsumerRecord<String, String> await(CompletionId id) {
        return await(id, FINISHED);
    }

    /** The first event of the completion and type, waited for. */
    public ConsumerRecord<String, String> await(CompletionId id, String type) {
        return await(record -> is(id, type, record));
    }

    private static boolean is(CompletionId id, String type, ConsumerRecord<String, String> record) {
        return record.key().equals(id.value())
                && Client.tree(record.value()).get("type").asString().equals(type);
    }

    public ConsumerRecord<String, String> await(Predicate<ConsumerRecord<String, String>> wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            var found = now().stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Waiting.aMoment();
        }
        throw new AssertionError("not published in time");
    }

    public static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
