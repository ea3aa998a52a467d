package org.berea.inference.events;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.berea.chassis.client.Guard;
import org.berea.chassis.metrics.Metric;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Publishes to Kafka: all replicas acknowledge, nothing twice, one second at most. */
@Component
final class KafkaEventPublisher implements EventPublisher {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int CONCURRENT = 1_000;
    private static final int THREADS = 4;

    private final KafkaTemplate<String, String> kafka;
    private final JsonMapper mapper;
    private final MeterRegistry meters;
    private final Guard guard;

    /** send() blocks while a topic's metadata is unknown: never on a thread that serves streams. */
    private final Scheduler sending =
            Schedulers.newBoundedElastic(THREADS, CONCURRENT, "publishing", 60, true);

    KafkaEventPublisher(
            KafkaTemplate<String, String> kafka,
            JsonMapper mapper,
            MeterRegistry meters,
            Guard.Factory guards) {
        this.kafka = kafka;
        this.mapper = mapper;
        this.meters = meters;
        this.guard = guards.guard("kafka", LIMIT, CONCURRENT);
    }

    @Override
    public Mono<Void> publish(String topic, String key, Object event) {
        String value = mapper.writeValueAsString(event);
        Mono<Void> send =
                Mono.defer(() -> Mono.fromFuture(kafka.send(topic, key, value), true))
                        .subscribeOn(sending)
                        .then();
        return guard.protect(send)
                .doOnSuccess(_ -> count(topic, "acknowledged"))
                .doOnError(_ -> count(topic, "failed"));
    }

    private void count(String topic, String outcome) {
        Metric.EVENTS_PUBLISHED.counter(meters, "topic", topic, "outcome", outcome).increment();
    }
}
