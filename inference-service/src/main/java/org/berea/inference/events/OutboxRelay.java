package org.berea.inference.events;

import io.lettuce.core.StreamMessage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.berea.chassis.metrics.Metric;
import org.berea.inference.instance.InstanceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings the outbox to Kafka and removes what Kafka acknowledged, in that order. Who dies in
 * between leaves a duplicate. The lease only saves work: two that relay at once do no harm.
 */
@Component
final class OutboxRelay {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final int BATCH = 100;
    private static final int AT_ONCE = 32;
    private static final String BEGINNING = "0-0";

    private final Outbox outbox;
    private final KafkaSender kafka;
    private final InstanceId instance;
    private final Outcomes outcomes;
    private final Pause pause = new Pause();
    private final AtomicLong depth = new AtomicLong();
    private final AtomicBoolean relaying = new AtomicBoolean();

    OutboxRelay(
            Outbox outbox,
            KafkaSender kafka,
            InstanceId instance,
            Outcomes outcomes,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.kafka = kafka;
        this.instance = instance;
        this.outcomes = outcomes;
        Metric.OUTBOX_DEPTH.gauge(meters, depth::get);
    }

    @Scheduled(fixedDelay = 1_000)
    void tick() {
        if (relaying.compareAndSet(false, true)) {
            relay().doOnError(failure -> log.debug("not relayed: {}", failure.toString()))
                    .onErrorComplete()
                    .doFinally(_ -> relaying.set(false))
                    .subscribe();
        }
    }

    /** Relays everything, or until Kafka takes nothing of a batch. */
    Mono<Void> relay() {
        return look().filter(entries -> entries > 0 && pause.isOver())
                .flatMap(_ -> outbox.lease(instance.value(), LEASE))
                .filter(Boolean::booleanValue)
                .flatMap(_ -> drain());
    }

    private Mono<Long> look() {
        return outbox.depth().doOnNext(depth::set);
    }

    private Mono<Void> drain() {
        var last = new AtomicReference<>(BEGINNING);
        return Mono.defer(() -> outbox.after(last.get(), BATCH))
                .flatMap(batch -> relay(batch, last))
                .repeat()
                .takeWhile(more -> more)
                .then(Mono.defer(this::look))
                .then();
    }

    /** Whether there may be more behind this batch, and Kafka takes it. */
    private Mono<Boolean> relay(
            List<StreamMessage<String, String>> batch, AtomicReference<String> last) {
        if (batch.isEmpty()) {
            return Mono.just(false);
        }
        last.set(batch.getLast().getId());
        return publish(batch)
                .flatMap(
                        acknowledged ->
                                acknowledged.isEmpty()
                                        ? Mono.fromSupplier(pause::longer)
                                        : goOn(acknowledged, batch.size() == BATCH));
    }

    private Mono<Boolean> goOn(List<String> acknowledged, boolean more) {
        pause.none();
        return outbox.delete(acknowledged)
                .then(more ? outbox.lease(instance.value(), LEASE) : Mono.just(false));
    }

    /** The ids of those that Kafka acknowledged. One that it never takes does not stop others. */
    Mono<List<String>> publish(List<StreamMessage<String, String>> batch) {
        return Flux.fromIterable(batch).flatMap(this::publish, AT_ONCE).collectList();
    }

    private Mono<String> publish(StreamMessage<String, String> entry) {
        return Mono.fromSupplier(() -> Envelope.of(entry.getBody()))
                .flatMap(
                        event ->
                                kafka.resend(event)
                                        .doOnSuccess(_ -> outcomes.count(event, "relayed")))
                .thenReturn(entry.getId())
                .doOnError(failure -> log.debug("not relayed: {}", failure.toString()))
                .onErrorComplete();
    }
}
