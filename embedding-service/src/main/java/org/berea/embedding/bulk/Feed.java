package org.berea.embedding.bulk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.event.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * What happens to a record of either topic: read, packed, brought to search, counted. It is done
 * when an instance of search has the vectors; what fails at all of them is thrown, so that it is
 * tried again; what can never succeed is logged, counted and left behind.
 */
final class Feed {
    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    // Below the five minutes that Kafka allows between polls.
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final RecordReader reader;
    private final SearchInstances search;
    private final MeterRegistry meters;

    Feed(RecordReader reader, SearchInstances search, MeterRegistry meters) {
        this.reader = reader;
        this.search = search;
        this.meters = meters;
        for (Outcome outcome : Outcome.values()) {
            consumed(consumer(Topics.PASSAGES), outcome);
            consumed(consumer(Topics.STUDY), outcome);
        }
    }

    /**
     * Waits until the record is done with.
     *
     * @param packing makes the event's vectors; empty when it has none
     */
    <E> void take(
            ConsumerRecord<String, @Nullable String> received,
            Class<E> type,
            Function<E, Mono<Parcel>> packing) {
        Outcome outcome = outcome(received, type, packing);
        consumed(consumer(received), outcome).increment();
    }

    private Counter consumed(String consumer, Outcome outcome) {
        return Metric.EVENTS_CONSUMED.counter(
                meters, "consumer", consumer, "outcome", outcome.label());
    }

    /** The name of a topic's consumer in the metrics. */
    static String consumer(ConsumerRecord<?, ?> received) {
        return consumer(received.topic());
    }

    private static String consumer(String topic) {
        return "embedding-" + topic;
    }

    private <E> Outcome outcome(
            ConsumerRecord<String, @Nullable String> received,
            Class<E> type,
            Function<E, Mono<Parcel>> packing) {
        return switch (reader.read(received.value(), type)) {
            case ReadRecord.Event<E>(E event) -> deliver(received, packing.apply(event));
            case ReadRecord.NotForUs<E> _ -> Outcome.SKIPPED;
            case ReadRecord.Undecodable<E>(String why) -> leave(received, Outcome.UNDECODABLE, why);
        };
    }

    private Outcome deliver(ConsumerRecord<?, ?> received, Mono<Parcel> parcel) {
        Delivery delivery = parcel.flatMap(search::deliver).block(LONGEST);
        return switch (delivery) {
            case null -> Outcome.SKIPPED;
            case Delivery.Done _ -> Outcome.DONE;
            case Delivery.Refused(String why) -> leave(received, Outcome.REFUSED, why);
            case Delivery.Failed(Throwable why) ->
                    throw new IllegalStateException("no instance of search takes vectors", why);
        };
    }

    private static Outcome leave(ConsumerRecord<?, ?> received, Outcome outcome, String why) {
        log.error("{}@{} {}: {}", received.topic(), received.offset(), outcome.label(), why);
        return outcome;
    }
}
