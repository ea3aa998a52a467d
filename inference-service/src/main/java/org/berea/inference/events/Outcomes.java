package org.berea.inference.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.event.Topics;
import org.springframework.stereotype.Component;

/** Counts what became of events. */
@Component
final class Outcomes {
    private static final List<String> KNOWN =
            List.of("acknowledged", "outbox", "relayed", "failed", "retried", "dropped");

    private final MeterRegistry meters;

    Outcomes(MeterRegistry meters) {
        this.meters = meters;
        for (String topic : List.of(Topics.COMPLETIONS, Topics.ALERTS)) {
            KNOWN.forEach(outcome -> published(topic, outcome));
        }
    }

    void count(Envelope event, String outcome) {
        published(event.topic(), outcome).increment();
    }

    private Counter published(String topic, String outcome) {
        return Metric.EVENTS_PUBLISHED.counter(meters, "topic", topic, "outcome", outcome);
    }
}
