package org.berea.inference.events;

import io.micrometer.core.instrument.MeterRegistry;
import org.berea.chassis.metrics.Metric;
import org.springframework.stereotype.Component;

/** Counts what became of events. */
@Component
final class Outcomes {
    private final MeterRegistry meters;

    Outcomes(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Envelope event, String outcome) {
        Metric.EVENTS_PUBLISHED
                .counter(meters, "topic", event.topic(), "outcome", outcome)
                .increment();
    }
}
