package org.berea.benchmarks.faults.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a topic from its first event to the last there is. */
record TopicReader(Map<String, Object> kafka) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String TOPIC = "completions";

    /** What the topic of completions holds. */
    record Published(Set<String> admitted, List<Event> finished) {}

    Published published() {
        var published = new Published(new HashSet<>(), new ArrayList<>());
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, TOPIC);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (isBefore(consumer, ends)) {
                consumer.poll(POLL).forEach(event -> add(JSON.readTree(event.value()), published));
            }
        }
        return published;
    }

    /** How many events were given up, by dead-letter topic. */
    Map<String, Long> deadLetters() {
        var counts = new TreeMap<String, Long>();
        try (var consumer = consumer()) {
            consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.endsWith(".dlt"))
                    .forEach(
                            topic ->
                                    counts.put(topic, size(consumer, partitions(consumer, topic))));
        }
        return counts;
    }

    private static long size(
            KafkaConsumer<String, String> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        return consumer.endOffsets(partitions).entrySet().stream()
                .mapToLong(end -> end.getValue() - begins.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    private static void add(JsonNode event, Published published) {
        switch (event.path("type").asString("")) {
            case "completion.admitted.v1" -> published.admitted().add(text(event, "completionId"));
            case "completion.finished.v1" -> published.finished().add(finished(event));
            default -> {} // of a later version; nothing is promised of it
        }
    }

    private static Event finished(JsonNode event) {
        return new Event(
                text(event, "completionId"),
                text(event, "outcome"),
                text(event, "subject"),
                text(event, "day"),
                event.path("promptTokens").asLong(0),
                event.path("completionTokens").asLong(0),
                event.path("costMicros").asLong(0),
                !text(event, "answer").isBlank(),
                Instant.parse(text(event, "finishedAt")));
    }

    private static String text(JsonNode event, String field) {
        return event.path(field).asString("");
    }

    private static boolean isBefore(
            KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<String, String> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private KafkaConsumer<String, String> consumer() {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
