package org.berea.inference.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.berea.chassis.client.Guard;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Sends to Kafka: all replicas acknowledge, nothing twice, one second at most. */
@Component
final class KafkaSender {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int CONCURRENT = 1_000;
    private static final int THREADS = 4;

    private final KafkaTemplate<String, String> observed;
    private final KafkaTemplate<String, String> plain;
    private final Guard guard;

    /** send() blocks while a topic's metadata is unknown: never on a thread that serves streams. */
    private final Scheduler sending =
            Schedulers.newBoundedElastic(THREADS, CONCURRENT, "publishing", 60, true);

    KafkaSender(KafkaTemplate<String, String> kafka, Guard.Factory guards) {
        this.observed = kafka;
        this.plain = new KafkaTemplate<>(kafka.getProducerFactory());
        this.plain.setProducerListener(new ProducerListener<>() {});
        this.guard = guards.guard("kafka", LIMIT, CONCURRENT);
    }

    /**
     * Sends as a step of the running trace.
     *
     * @return completes when it is acknowledged; the errors of {@link Guard#protect} otherwise
     */
    Mono<Void> send(Envelope event) {
        return send(observed, new ProducerRecord<>(event.topic(), event.key(), event.value()));
    }

    /** Sends what waited meanwhile, as part of the trace in which it once began. */
    Mono<Void> resend(Envelope event) {
        var message = new ProducerRecord<>(event.topic(), event.key(), event.value());
        if (!event.traceparent().isBlank()) {
            message.headers().add(TraceHeader.NAME, event.traceparent().getBytes(UTF_8));
        }
        return send(plain, message);
    }

    private Mono<Void> send(
            KafkaTemplate<String, String> kafka, ProducerRecord<String, String> message) {
        return guard.protect(
                Mono.defer(() -> Mono.fromFuture(kafka.send(message), true))
                        .subscribeOn(sending)
                        .then());
    }
}
