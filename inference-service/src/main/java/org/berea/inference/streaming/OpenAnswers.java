package org.berea.inference.streaming;

import static org.berea.contracts.problem.ProblemType.INTERRUPTED;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.models.CutOff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The answers that this instance is giving now, so that they can be stopped. */
@Component
public final class OpenAnswers {
    private final Map<CompletionId, Running> running = new ConcurrentHashMap<>();
    private final Locations locations;
    private final OtherInstances others;

    private volatile boolean closing;

    private static final class Running {
        private final String subject;
        private final Sinks.Empty<Void> end = Sinks.empty();
        private final AtomicReference<@Nullable Throwable> why = new AtomicReference<>();

        Running(String subject) {
            this.subject = subject;
        }

        /** Whether the answer ran until now, and is the first time ended. */
        boolean end(Throwable reason) {
            return why.compareAndSet(null, reason) && end.tryEmitEmpty().isSuccess();
        }

        Throwable why() {
            return Objects.requireNonNull(why.get());
        }
    }

    OpenAnswers(Locations locations, OtherInstances others, MeterRegistry meters) {
        this.locations = locations;
        this.others = others;
        Metric.STREAMS_OPEN.gauge(meters, running::size);
    }

    /**
     * The answer, which now ends with {@link StoppedException} when it is stopped, or with the
     * problem {@code interrupted} when the process is.
     */
    public Flux<AnswerEvent> stoppable(AdmittedQuestion question, Flux<AnswerEvent> answer) {
        return Flux.defer(
                () -> {
                    var entry = new Running(question.caller().subject());
                    running.put(question.id(), entry);
                    if (closing) {
                        entry.end(shuttingDown());
                    }
                    locations.announce(question.id());
                    return answer.transform(CutOff.by(entry.end.asMono(), entry::why))
                            .doFinally(_ -> running.remove(question.id(), entry));
                });
    }

    /** Ends all answers, and those that begin from now on, with an error that says why. */
    public void interrupt() {
        closing = true;
        running.values().forEach(entry -> entry.end(shuttingDown()));
    }

    /** Whether the caller's answer of that id was running, on any instance, and is now stopped. */
    public Mono<Boolean> stop(CompletionId id, Caller caller) {
        return Mono.defer(
                () -> stopHere(id, caller.subject()) ? Mono.just(true) : others.stop(id, caller));
    }

    private boolean stopHere(CompletionId id, String subject) {
        Running found = running.get(id);
        return found != null && found.subject.equals(subject) && found.end(new StoppedException());
    }

    private static Throwable shuttingDown() {
        return new ProblemException(
                Problem.of(INTERRUPTED, "the service is restarting; please ask again"));
    }
}
