package org.berea.embedding.bulk;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.berea.chassis.metrics.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings vectors to every instance of search. One that is away does not hold up the others: it
 * misses them, and asks for them when it is back.
 */
final class SearchInstances {
    private static final Logger log = LoggerFactory.getLogger(SearchInstances.class);

    private final List<SearchInstance> instances;
    private final MeterRegistry meters;

    SearchInstances(List<SearchInstance> instances, MeterRegistry meters) {
        this.instances = List.copyOf(instances);
        this.meters = meters;
        for (String outcome : List.of("taken", "refused", "missed", "absent")) {
            count(outcome, 0);
        }
    }

    List<SearchInstance> all() {
        return instances;
    }

    /** What became of the parcel as a whole, never an error. */
    Mono<Delivery> deliver(Parcel parcel) {
        List<SearchInstance> present =
                instances.stream().filter(SearchInstance::isPresent).toList();
        // When all are away, any of them may be the first to be back.
        List<SearchInstance> asked = present.isEmpty() ? instances : present;
        count("absent", instances.size() - asked.size());
        return Flux.fromIterable(asked)
                .flatMap(instance -> deliver(parcel, instance), instances.size(), 1)
                .collectList()
                .map(Delivery::of);
    }

    /** The same for one instance only. */
    Mono<Receipt> deliver(Parcel parcel, SearchInstance instance) {
        return instance.give(parcel).doOnNext(receipt -> note(instance, receipt));
    }

    private void note(SearchInstance instance, Receipt receipt) {
        count(receipt.label(), 1);
        switch (receipt) {
            case Receipt.Taken _ -> {}
            case Receipt.Refused(String why) ->
                    log.error("search at {} refuses vectors: {}", instance.address(), why);
            case Receipt.Missed(Throwable why) ->
                    log.warn("search at {} misses vectors: {}", instance.address(), why.toString());
        }
    }

    private void count(String outcome, int parcels) {
        Metric.VECTORS_DELIVERED.counter(meters, "outcome", outcome).increment(parcels);
    }
}
