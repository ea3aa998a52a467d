package org.berea.inference.usage;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.contracts.event.Topics;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.admission.Question;
import org.berea.inference.events.EventPublisher;
import org.berea.inference.reservation.Consumption;
import org.berea.inference.reservation.Reservations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Publishes how each answer ended, once. */
@Component
public final class Recorder {
    private static final Logger log = LoggerFactory.getLogger(Recorder.class);

    private final EventPublisher events;
    private final Reservations reservations;
    private final MeterRegistry meters;
    private final Clock clock;

    Recorder(EventPublisher events, Reservations reservations, MeterRegistry meters, Clock clock) {
        this.events = events;
        this.reservations = reservations;
        this.meters = meters;
        this.clock = clock;
    }

    /** Begins the record of an admitted question. */
    public OpenRecord open(AdmittedQuestion question) {
        return new OpenRecord(question, reservations.today(), this);
    }

    /** Records a question that was turned away. */
    public Mono<Void> rejected(Question question, Task task, String category) {
        return publish(
                new Ended(
                        question,
                        reservations.today(),
                        task,
                        null,
                        Outcome.REJECTED,
                        category,
                        null),
                new Transcript(),
                new Consumption());
    }

    /** What only the end knows. */
    record Ended(
            Question question,
            LocalDate day,
            Task task,
            @Nullable String translation,
            Outcome outcome,
            @Nullable String reason,
            @Nullable Usage usage) {}

    /**
     * Publishes, and goes on doing so when the client that waits for it leaves.
     *
     * @return completes when it is acknowledged; an error when it could not be
     */
    Mono<Void> publish(Ended ended, Transcript transcript, Consumption consumption) {
        return Mono.deferContextual(
                context -> {
                    count(ended, transcript);
                    Sinks.Empty<Void> acknowledged = Sinks.empty();
                    events.publish(
                                    Topics.COMPLETIONS,
                                    ended.question().id().value(),
                                    event(ended, transcript, consumption.snapshot()))
                            .contextWrite(context)
                            .subscribe(
                                    _ -> {},
                                    failure -> {
                                        log.error(
                                                "not recorded: {}", ended.question().id(), failure);
                                        acknowledged.tryEmitError(failure);
                                    },
                                    acknowledged::tryEmitEmpty);
                    return acknowledged.asMono();
                });
    }

    private CompletionFinished event(
            Ended ended, Transcript transcript, Consumption.Snapshot used) {
        Question question = ended.question();
        return new CompletionFinished(
                question.id(),
                ended.outcome(),
                question.askedAt(),
                clock.instant(),
                ended.day(),
                question.caller().subject(),
                question.caller().tier(),
                question.caller().cohort(),
                ended.task(),
                ended.translation(),
                question.request().prompt(),
                transcript.text(),
                transcript.references(),
                transcript.degraded(),
                transcript.notices(),
                used.model(),
                used.promptTokens(),
                used.outputTokens(),
                used.costMicros(),
                ended.usage(),
                ended.reason());
    }

    private void count(Ended ended, Transcript transcript) {
        Metric.ANSWERS
                .counter(meters, "outcome", ended.outcome().label(), "task", ended.task().label())
                .increment();
        for (Degradation step : transcript.degraded()) {
            Metric.DEGRADED_ANSWERS.counter(meters, "reason", step.label()).increment();
        }
    }
}
