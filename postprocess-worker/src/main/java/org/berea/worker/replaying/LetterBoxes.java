package org.berea.worker.replaying;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.berea.worker.topics.ConsumerGroup;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Opens the dead letters of a consumer. */
@Component
final class LetterBoxes {
    private static final String LIMIT_MILLIS = "5000";
    private static final String AT_ONCE = "50";

    private final ConsumerFactory<String, byte[]> consumers;

    LetterBoxes(ConsumerFactory<String, byte[]> consumers) {
        this.consumers = consumers;
    }

    /** Throws Kafka's exceptions when it is away. */
    Letters open(ConsumerGroup consumer) {
        var settings = new Properties();
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        var kafka = consumers.createConsumer(consumer.replayGroup(), null, "-replay", settings);
        try {
            return new Letters(kafka, consumer.deadLetters());
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }
}
