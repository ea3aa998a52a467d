package org.berea.worker.watching;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.event.Topics;
import org.berea.worker.repeating.Repeating;
import org.berea.worker.topics.ConsumerGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Shows for each consumer how many events are before it and how many dead letters wait for it. The
 * broker is asked, not the consumer, which may be stopped or stuck. No number while Kafka is away.
 */
@Component
final class ConsumerLag {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Map<ConsumerGroup, Long> lag = new ConcurrentHashMap<>();
    private final Map<ConsumerGroup, Long> waiting = new ConcurrentHashMap<>();
    private final KafkaAdmin kafka;
    private volatile @Nullable Admin admin;
    private volatile @Nullable Repeating running;

    ConsumerLag(KafkaAdmin kafka, MeterRegistry meters) {
        this.kafka = kafka;
        for (ConsumerGroup consumer : ConsumerGroup.values()) {
            String name = consumer.label();
            Metric.CONSUMER_LAG.gauge(meters, () -> shown(lag, consumer), "consumer", name);
            Metric.DEAD_LETTERS_WAITING.gauge(
                    meters, () -> shown(waiting, consumer), "consumer", name);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Admin opened = Admin.create(kafka.getConfigurationProperties());
        admin = opened;
        var offsets = new Offsets(opened);
        running = Repeating.start("consumer lag", PAUSE, () -> measure(offsets));
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        Repeating present = running;
        Admin opened = admin;
        if (present != null && opened != null) {
            present.close();
            opened.close(Duration.ofSeconds(1));
        }
    }

    private void measure(Offsets offsets) {
        try {
            for (ConsumerGroup consumer : ConsumerGroup.values()) {
                lag.put(consumer, offsets.behind(consumer.group(), Topics.COMPLETIONS));
                waiting.put(
                        consumer, offsets.behind(consumer.replayGroup(), consumer.deadLetters()));
            }
        } catch (RuntimeException e) {
            lag.clear();
            waiting.clear();
            throw e;
        }
    }

    private static Number shown(Map<ConsumerGroup, Long> known, ConsumerGroup consumer) {
        Long value = known.get(consumer);
        return value == null ? Double.NaN : value;
    }
}
