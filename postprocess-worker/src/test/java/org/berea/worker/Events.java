package org.berea.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.completion.Usage.CacheOutcome;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.contracts.event.CompletionAdmitted;
import org.berea.contracts.event.CompletionEvent;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.contracts.event.Topics;
import tools.jackson.databind.json.JsonMapper;

/** Publishes events as inference would, and reads topics as anybody can. */
public final class Events implements AutoCloseable {
    private static final long LIMIT_SECONDS = 20;

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    public Events(Servers servers) {
        bootstrapServers = servers.bootstrapServers();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    public static CompletionFinished finished(String subject, Instant startedAt) {
        return event(
                subject, startedAt, Outcome.FINISHED, "All things work together (Romans 8:28).");
    }

    public static CompletionFinished event(
            String subject, Instant startedAt, Outcome outcome, String answer) {
        return event(CompletionId.next(), subject, startedAt, outcome, answer);
    }

    private static CompletionFinished event(
            CompletionId id, String subject, Instant startedAt, Outcome outcome, String answer) {
        return new CompletionFinished(
                id,
                outcome,
                startedAt,
                startedAt.plusSeconds(2),
                LocalDate.ofInstant(startedAt, ZoneOffset.UTC),
                subject,
                Tier.PLUS,
                "pilot",
                Task.VERSE_LOOKUP,
                "BST",
                "What does Romans 8:28 mean?",
                answer,
                List.of("ROM.8.28"),
                List.of(),
                List.of(),
                "llama",
                812,
                143,
                1_234,
                new Usage(812, 143, CacheOutcome.MISS, FinishReason.STOP),
                null);
    }

    /** What is told of a question when it is admitted; its end is told by {@link #endOf}. */
    public static CompletionAdmitted admitted(String subject, Instant at, String instance) {
        return new CompletionAdmitted(
                CompletionId.next(),
                at,
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                subject,
                Tier.PLUS,
                "pilot",
                Task.VERSE_LOOKUP,
                "BST",
                instance,
                12_000,
                9_000);
    }

    public static CompletionFinished endOf(CompletionAdmitted admitted, Outcome outcome) {
        return event(
                admitted.completionId(), admitted.subject(), admitted.admittedAt(), outcome, "So.");
    }

    public static byte[] json(Object event) {
        return JsonMapper.shared().writeValueAsBytes(event);
    }

    public void publish(CompletionEvent event) {
        publish(event.completionId().value(), json(event));
    }

    public void publish(String key, byte[] event) {
        publish(new ProducerRecord<>(Topics.COMPLETIONS, key, event));
    }

    public void publishTraced(CompletionFinished event, String traceId) {
        var message =
                new ProducerRecord<>(Topics.COMPLETIONS, event.completionId().value(), json(event));
        String parent = "00-" + traceId + "-00f067aa0ba902b7-01";
        message.headers().add("traceparent", parent.getBytes(UTF_8));
        publish(message);
    }

    /** All messages that a topic holds now. */
    public List<ConsumerRecord<String, byte[]>> all(String topic) {
        var properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("allow.auto.create.topics", "false");
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private void publish(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not published", e);
        }
    }
}
