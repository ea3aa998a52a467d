package org.berea.embedding.bulk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.search.VectorGaps;
import org.berea.embedding.text.ModelIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every instance of search the vectors that it lacks: one that was away, is new, or lost its
 * index. It works only while no import waits, and stops as soon as one comes.
 */
final class GapFilling {
    private static final Logger log = LoggerFactory.getLogger(GapFilling.class);
    private static final int AT_ONCE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final SearchInstances search;
    private final Packing packing;
    private final ModelIdentity model;
    private final Traffic imports;
    private final Counter filled;

    GapFilling(
            SearchInstances search,
            Packing packing,
            ModelIdentity model,
            Traffic imports,
            MeterRegistry meters) {
        this.search = search;
        this.packing = packing;
        this.model = model;
        this.imports = imports;
        this.filled = Metric.VECTOR_GAPS_FILLED.counter(meters);
    }

    /** Looks at every instance once and fills what it finds; waits until that is done. */
    void look() {
        search.all().forEach(this::fillAll);
    }

    private void fillAll(SearchInstance instance) {
        try {
            // What could not be filled is told again, and must not be tried for ever.
            var seen = new HashSet<String>();
            List<Gap> gaps = gaps(instance, seen);
            while (!gaps.isEmpty() && imports.areQuiet()) {
                fill(instance, gaps);
                gaps = gaps(instance, seen);
            }
        } catch (RuntimeException e) {
            log.debug("gaps at {} stay for now: {}", instance.address(), e.toString());
        }
    }

    private List<Gap> gaps(SearchInstance instance, Set<String> seen) {
        VectorGaps told = instance.gaps(model.label(), AT_ONCE).block(LONGEST);
        return told == null ? List.of() : Gap.of(told).filter(gap -> seen.add(gap.key())).toList();
    }

    private void fill(SearchInstance instance, List<Gap> gaps) {
        for (Gap gap : gaps) {
            if (!imports.areQuiet()) {
                return;
            }
            fill(instance, gap);
        }
    }

    private void fill(SearchInstance instance, Gap gap) {
        var parcel = gap.pack(packing);
        Receipt receipt = parcel.flatMap(it -> search.deliver(it, instance)).block(LONGEST);
        switch (receipt) {
            case Receipt.Taken _ -> filled.increment();
            case Receipt.Missed(Throwable why) ->
                    throw new IllegalStateException("it is away", why);
            case Receipt.Refused _ -> log.warn("{} stays without vectors", gap.key());
            case null -> log.warn("{} has no vectors", gap.key());
        }
    }
}
