package org.berea.worker.replaying;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.records.Replay;
import org.berea.worker.consuming.CompletionConsumer;
import org.berea.worker.consuming.FailureReason;
import org.berea.worker.database.Alone;
import org.berea.worker.database.ConnectionFailure;
import org.berea.worker.topics.ConsumerGroup;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs dead letters through their consumer's own effect again. What fails again goes back to the
 * end of the topic, with its newest reason, before it is put away at its old place: nothing is lost
 * on the way, and what stands there twice has its effect once.
 */
@Component
final class Replaying {
    private static final String MENDED = "mended";
    private static final String FAILED = "failed";
    private static final int AT_MOST = 1_000;
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final long SEND_SECONDS = 5;

    private final LetterBoxes boxes;
    private final ProducerFactory<String, byte[]> producers;
    private final Alone alone;
    private final MeterRegistry meters;

    Replaying(
            LetterBoxes boxes,
            ProducerFactory<String, byte[]> producers,
            Alone alone,
            MeterRegistry meters) {
        this.boxes = boxes;
        this.producers = producers;
        this.alone = alone;
        this.meters = meters;
        for (ConsumerGroup consumer : ConsumerGroup.values()) {
            replayed(consumer, MENDED);
            replayed(consumer, FAILED);
        }
    }

    /** Replays what waits now, within limits; empty when somebody is at it already. */
    Optional<Replay> replay(CompletionConsumer consumer) {
        return alone.run("replay " + consumer.group().label(), () -> run(consumer));
    }

    private Replay run(CompletionConsumer consumer) {
        try (Letters letters = boxes.open(consumer.group())) {
            var tally = new Tally();
            Instant latest = Instant.now().plus(LIMIT);
            while (!letters.isAtEnd()
                    && tally.mended + tally.failed < AT_MOST
                    && Instant.now().isBefore(latest)) {
                replay(consumer, letters, tally);
            }
            return new Replay(
                    consumer.group().label(),
                    letters.waiting(),
                    tally.mended,
                    tally.failed,
                    List.copyOf(tally.reasons));
        }
    }

    private void replay(CompletionConsumer consumer, Letters letters, Tally tally) {
        var done = new ArrayList<ConsumerRecord<String, byte[]>>();
        try {
            for (ConsumerRecord<String, byte[]> letter : letters.next()) {
                replay(consumer, letter, tally);
                done.add(letter);
            }
        } finally {
            letters.putAway(done);
        }
    }

    private void replay(
            CompletionConsumer consumer, ConsumerRecord<String, byte[]> letter, Tally tally) {
        try {
            consumer.on(letter);
            tally.mended++;
            replayed(consumer.group(), MENDED).increment();
        } catch (RuntimeException e) {
            if (ConnectionFailure.caused(e)) {
                throw e;
            }
            putBack(letter, e);
            tally.failed++;
            tally.reasons.add(FailureReason.of(e));
            replayed(consumer.group(), FAILED).increment();
        }
    }

    /** Without the template, which would make it part of the trace of this request. */
    private void putBack(ConsumerRecord<String, byte[]> letter, RuntimeException failure) {
        var headers = new RecordHeaders(letter.headers());
        FailureReason.put(headers, failure);
        var again =
                new ProducerRecord<>(letter.topic(), null, letter.key(), letter.value(), headers);
        try (Producer<String, byte[]> producer = producers.createProducer()) {
            producer.send(again).get(SEND_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("a dead letter cannot be put back", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private Counter replayed(ConsumerGroup consumer, String outcome) {
        return Metric.DEAD_LETTERS_REPLAYED.counter(
                meters, "consumer", consumer.label(), "outcome", outcome);
    }

    /** How it went so far. */
    private static final class Tally {
        private int mended;
        private int failed;
        private final Set<String> reasons = new LinkedHashSet<>();
    }
}
