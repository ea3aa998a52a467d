package org.berea.embedding.bulk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.KafkaServer;
import org.jspecify.annotations.Nullable;

/** A real Kafka, and what writes to it. */
final class Broker implements AutoCloseable {
    private final KafkaServer kafka;
    private final KafkaProducer<String, @Nullable String> producer;

    private Broker(KafkaServer kafka) {
        this.kafka = kafka;
        this.producer =
                new KafkaProducer<>(
                        settings(kafka), new StringSerializer(), new StringSerializer());
    }

    /** With topics of one partition, so that the order is known. */
    static Broker start(Path data, String... topics) throws Exception {
        var kafka = KafkaServer.start(data, FreePorts.next());
        try (var admin = Admin.create(settings(kafka))) {
            var made = Stream.of(topics).map(it -> new NewTopic(it, 1, (short) 1)).toList();
            admin.createTopics(made).all().get(20, TimeUnit.SECONDS);
        }
        return new Broker(kafka);
    }

    String address() {
        return kafka.bootstrapServers();
    }

    void publish(String topic, String key, @Nullable String value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get(20, TimeUnit.SECONDS);
    }

    /** Those that are not Kafka's own. */
    Set<String> topics() throws Exception {
        try (var admin = Admin.create(settings(kafka))) {
            return admin.listTopics().names().get(20, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        kafka.close();
    }

    private static Map<String, Object> settings(KafkaServer kafka) {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }
}
