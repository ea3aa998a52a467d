package org.berea.inference;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.Arrays;
import java.util.Locale;
import org.berea.chassis.metrics.Metric;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Measures how long the stages take, and makes each a step of the trace. */
@Component
final class StageTimes {
    /** What a step of a trace is called before it has its stage's name. */
    static final String STEP = "berea.step";

    private final MeterRegistry meters;
    private final ObservationRegistry observations;

    /** The stages that are measured here. */
    enum Stage {
        ADMISSION,
        GROUNDING,
        ROUTING,
        SAFEGUARDS,
        USAGE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    StageTimes(MeterRegistry meters, ObservationRegistry observations) {
        this.meters = meters;
        this.observations = observations;
        Arrays.stream(Stage.values()).forEach(this::timer);
    }

    <T> Mono<T> time(Stage stage, Mono<T> work) {
        return Mono.deferContextual(
                context -> {
                    var step = new Step(stage, context);
                    return work.doOnError(step::failed)
                            .doFinally(_ -> step.end())
                            .contextWrite(
                                    it -> it.put(ObservationThreadLocalAccessor.KEY, step.span));
                });
    }

    <T> Flux<T> time(Stage stage, Flux<T> work) {
        return Flux.deferContextual(
                context -> {
                    var step = new Step(stage, context);
                    return work.doOnError(step::failed)
                            .doFinally(_ -> step.end())
                            .contextWrite(
                                    it -> it.put(ObservationThreadLocalAccessor.KEY, step.span));
                });
    }

    private Timer timer(Stage stage) {
        return Metric.STAGE_LATENCY.timer(meters, "stage", stage.label());
    }

    /** One run of a stage. */
    private final class Step {
        private final Stage stage;
        private final Timer.Sample sample = Timer.start(meters);
        private final Observation span;

        Step(Stage stage, ContextView context) {
            this.stage = stage;
            var step = Observation.createNotStarted(STEP, observations);
            context.<Observation>getOrEmpty(ObservationThreadLocalAccessor.KEY)
                    .ifPresent(step::parentObservation);
            this.span = step.contextualName(stage.label()).start();
        }

        void failed(Throwable failure) {
            span.error(failure);
        }

        void end() {
            sample.stop(timer(stage));
            span.stop();
        }
    }
}
