package org.berea.inference.streaming;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.models.CutOff;
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

    private record Running(String subject, Sinks.Empty<Void> stop) {}

    OpenAnswers(Locations locations, OtherInstances others, MeterRegistry meters) {
        this.locations = locations;
        this.others = others;
        Metric.STREAMS_OPEN.gauge(meters, running::size);
    }

    /** The answer, which now ends with {@link StoppedException} when it is stopped. */
    public Flux<AnswerEvent> stoppable(AdmittedQuestion question, Flux<AnswerEvent> answer) {
        return Flux.defer(
                () -> {
                    var entry = new Running(question.caller().subject(), Sinks.empty());
                    running.put(question.id(), entry);
                    locations.announce(question.id());
                    return answer.transform(CutOff.by(entry.stop().asMono(), StoppedException::new))
                            .doFinally(_ -> running.remove(question.id(), entry));
                });
    }

    /** Whether the caller's answer of that id was running, on any instance, and is now stopped. */
    public Mono<Boolean> stop(CompletionId id, Caller caller) {
        return Mono.defer(
                () -> stopHere(id, caller.subject()) ? Mono.just(true) : others.stop(id, caller));
    }

    private boolean stopHere(CompletionId id, String subject) {
        Running found = running.get(id);
        return found != null
                && found.subject().equals(subject)
                && found.stop().tryEmitEmpty().isSuccess();
    }
}
