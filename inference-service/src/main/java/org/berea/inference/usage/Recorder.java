package org.berea.inference.usage;

import static org.berea.contracts.problem.ProblemType.UNRECORDED;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Task;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.event.CompletionAdmitted;
import org.berea.contracts.event.CompletionEvent;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.contracts.event.Topics;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.admission.Question;
import org.berea.inference.events.EventPublisher;
import org.berea.inference.instance.InstanceId;
import org.berea.inference.reservation.Reservations;
import org.berea.inference.reservation.Spending;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Publishes that each answer began, and how it ended, once. */
@Component
public final class Recorder {
    private static final Logger log = LoggerFactory.getLogger(Recorder.class);
    private static final int SERVER_ERROR = 500;
    private static final Spending.Snapshot NOTHING = new Spending.Snapshot(null, 0, 0, 0);

    private final EventPublisher events;
    private final Reservations reservations;
    private final InstanceId instance;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Counter unadmitted;
    private final Set<CompletionId> open = ConcurrentHashMap.newKeySet();

    Recorder(
            EventPublisher events,
            Reservations reservations,
            InstanceId instance,
            MeterRegistry meters,
            Clock clock) {
        this.events = events;
        this.reservations = reservations;
        this.instance = instance;
        this.meters = meters;
        this.clock = clock;
        for (Task task : Task.values()) {
            firstWords(task);
            Arrays.stream(Outcome.values()).forEach(outcome -> answers(outcome, task));
        }
        Arrays.stream(Degradation.values()).forEach(this::degraded);
        Arrays.stream(Cancellation.values()).forEach(this::cancellations);
        this.unadmitted = Metric.UNADMITTED.counter(meters);
    }

    /** Begins the record of an admitted question. */
    public OpenRecord open(AdmittedQuestion question, Spending spending) {
        open.add(question.id());
        return new OpenRecord(question, spending, this);
    }

    /** How many records were begun whose end is not published. */
    public int openRecords() {
        return open.size();
    }

    /** Counts a question that nobody could judge; what its asker got wrong is no such case. */
    public void notAdmitted(Problem problem) {
        if (problem.status() >= SERVER_ERROR) {
            unadmitted.increment();
        }
    }

    /** Records a question that was turned away. */
    public Mono<Void> rejected(Question question, Task task, String category) {
        return ended(
                new Ended(
                        question,
                        reservations.today(),
                        task,
                        null,
                        Outcome.REJECTED,
                        category,
                        null),
                new Transcript(),
                NOTHING);
    }

    Mono<Void> admitted(AdmittedQuestion question, Spending spending) {
        return Mono.defer(() -> publish(event(question, spending), () -> {}));
    }

    /** The reader sees the first word of the answer now. */
    void began(AdmittedQuestion question) {
        firstWords(question.task())
                .record(Duration.between(question.asked().askedAt(), clock.instant()));
    }

    void cancelled(Cancellation cause) {
        cancellations(cause).increment();
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

    Mono<Void> ended(Ended ended, Transcript transcript, Spending.Snapshot used) {
        count(ended, transcript);
        return publish(event(ended, transcript, used), () -> open.remove(ended.question().id()));
    }

    /** Publishes, and goes on doing so when the client that waits for it leaves. */
    private Mono<Void> publish(CompletionEvent event, Runnable after) {
        return Mono.deferContextual(
                context -> {
                    Sinks.Empty<Void> durable = Sinks.empty();
                    events.publish(Topics.COMPLETIONS, event.completionId().value(), event)
                            .doFinally(_ -> after.run())
                            .contextWrite(context)
                            .subscribe(
                                    _ -> {},
                                    failure -> durable.tryEmitError(unrecorded(event, failure)),
                                    durable::tryEmitEmpty);
                    return durable.asMono();
                });
    }

    private static Throwable unrecorded(CompletionEvent event, Throwable failure) {
        log.error("not recorded yet: {}", event.completionId(), failure);
        return new ProblemException(
                Problem.of(UNRECORDED, "the answer could not be recorded"), failure);
    }

    private CompletionAdmitted event(AdmittedQuestion question, Spending spending) {
        Caller caller = question.caller();
        return new CompletionAdmitted(
                question.id(),
                clock.instant(),
                spending.day(),
                caller.subject(),
                caller.tier(),
                caller.cohort(),
                question.task(),
                question.translation(),
                instance.value(),
                spending.ceiling().tokens(),
                spending.ceiling().micros());
    }

    private CompletionFinished event(Ended ended, Transcript transcript, Spending.Snapshot used) {
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
        answers(ended.outcome(), ended.task()).increment();
        transcript.degraded().forEach(step -> degraded(step).increment());
    }

    private Timer firstWords(Task task) {
        return Metric.FIRST_WORDS.timer(meters, "task", task.label());
    }

    private Counter answers(Outcome outcome, Task task) {
        return Metric.ANSWERS.counter(meters, "outcome", outcome.label(), "task", task.label());
    }

    private Counter degraded(Degradation step) {
        return Metric.DEGRADED_ANSWERS.counter(meters, "reason", step.label());
    }

    private Counter cancellations(Cancellation cause) {
        return Metric.CANCELLED_ANSWERS.counter(meters, "by", cause.label());
    }
}
