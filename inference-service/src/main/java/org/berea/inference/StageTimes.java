package org.berea.inference;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.berea.chassis.metrics.Metric;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Measures how long the stages take that come before the first word. */
@Component
final class StageTimes {
    private final MeterRegistry meters;

    /** The stages that are measured here. */
    enum Stage {
        ADMISSION,
        GROUNDING,
        ROUTING
    }

    StageTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> Mono<T> time(Stage stage, Mono<T> work) {
        return Mono.defer(
                () -> {
                    Timer.Sample sample = Timer.start(meters);
                    return work.doFinally(_ -> sample.stop(timer(stage)));
                });
    }

    private Timer timer(Stage stage) {
        return Metric.STAGE_LATENCY.timer(meters, "stage", stage.name().toLowerCase(Locale.ROOT));
    }
}
