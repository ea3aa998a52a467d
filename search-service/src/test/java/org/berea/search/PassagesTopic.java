package org.berea.search;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.Topics;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.KafkaServer;
import tools.jackson.databind.json.JsonMapper;

/** A real Kafka with the topic of passages, and who publishes to it. */
final class PassagesTopic implements AutoCloseable {
    private static final int PARTITIONS = 3;
    private static final int LIMIT_SECONDS = 30;

    private final KafkaServer kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final JsonMapper mapper = JsonMapper.builder().build();

    private PassagesTopic(KafkaServer kafka) {
        this.kafka = kafka;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    static PassagesTopic start(Path data) throws Exception {
        var topic = new PassagesTopic(KafkaServer.start(data, FreePorts.next()));
        topic.create(Topics.PASSAGES);
        return topic;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Each event to another partition, as the importer does. */
    void publish(List<PassageImported> events) throws Exception {
        for (PassageImported event : events) {
            int partition = event.sequence() % PARTITIONS;
            publish(Topics.PASSAGES, partition, "BST", mapper.writeValueAsBytes(event));
        }
    }

    void publish(String value) throws Exception {
        publish(Topics.PASSAGES, 0, "BST", value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
        kafka.close();
    }

    /** To any topic of the same Kafka. */
    void publish(String topic, int partition, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, partition, key, value))
                .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** Another topic of the same Kafka. */
    void create(String name) throws Exception {
        try (var admin = admin()) {
            var topic = new NewTopic(name, PARTITIONS, (short) 1);
            admin.createTopics(List.of(topic)).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }
}
