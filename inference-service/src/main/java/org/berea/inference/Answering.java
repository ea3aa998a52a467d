package org.berea.inference;

import static org.berea.contracts.problem.ProblemType.INTERRUPTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.berea.chassis.problem.ProblemMapping;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.completion.Usage.CacheOutcome;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.inference.StageTimes.Stage;
import org.berea.inference.admission.Admission;
import org.berea.inference.admission.Admission.Decision;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.admission.Question;
import org.berea.inference.caching.AnswerCache;
import org.berea.inference.caching.CachedAnswer;
import org.berea.inference.grounding.Grounded;
import org.berea.inference.grounding.Grounding;
import org.berea.inference.models.ModelFailure;
import org.berea.inference.prompting.Prompting;
import org.berea.inference.reservation.Spending;
import org.berea.inference.routing.Route;
import org.berea.inference.routing.Routing;
import org.berea.inference.safeguards.Ending;
import org.berea.inference.safeguards.Notices;
import org.berea.inference.safeguards.Safeguards;
import org.berea.inference.streaming.OpenAnswers;
import org.berea.inference.streaming.StoppedException;
import org.berea.inference.usage.OpenRecord;
import org.berea.inference.usage.Recorder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.util.context.ContextView;

/** What happens to a question, from the first check to the last event. */
@Component
final class Answering {
    private final Admission admission;
    private final AnswerCache cache;
    private final Grounding grounding;
    private final Prompting prompting;
    private final Routing routing;
    private final Safeguards safeguards;
    private final OpenAnswers open;
    private final Recorder recorder;
    private final StageTimes times;

    Answering(
            Admission admission,
            AnswerCache cache,
            Grounding grounding,
            Prompting prompting,
            Routing routing,
            Safeguards safeguards,
            OpenAnswers open,
            Recorder recorder,
            StageTimes times) {
        this.admission = admission;
        this.cache = cache;
        this.grounding = grounding;
        this.prompting = prompting;
        this.routing = routing;
        this.safeguards = safeguards;
        this.open = open;
        this.recorder = recorder;
        this.times = times;
    }

    /**
     * The answer's events, from {@code start} to {@code [DONE]} or {@code error}. What fails before
     * {@code start} is an error of the stream.
     */
    Flux<AnswerEvent> answer(Question question) {
        return times.time(Stage.ADMISSION, admission.admit(question))
                .doOnError(failure -> recorder.notAdmitted(problemOf(failure)))
                .flatMapMany(this::proceed);
    }

    private Flux<AnswerEvent> proceed(Decision decision) {
        return switch (decision) {
            case Decision.Rejected(var question, var task, var problem, var category) ->
                    recorder.rejected(question, task, category)
                            .onErrorComplete()
                            .thenMany(Flux.error(new ProblemException(problem)));
            case Decision.Admitted(var question) -> run(question);
        };
    }

    /** Whatever happens to an admitted question from here on, it is recorded. */
    private Flux<AnswerEvent> run(AdmittedQuestion question) {
        return Flux.deferContextual(
                context -> {
                    Optional<CachedAnswer> hit = cache.find(question);
                    OpenRecord record = recorder.open(question, spending(question, hit));
                    Flux<AnswerEvent> answer =
                            hit.map(known -> replay(question, known, record))
                                    .orElseGet(() -> generate(question, record));
                    return open.stoppable(question, answer)
                            .transform(record::follow)
                            .onErrorResume(failure -> fail(record, failure))
                            .doFinally(signal -> close(signal, record, context));
                });
    }

    private Spending spending(AdmittedQuestion question, Optional<CachedAnswer> hit) {
        return hit.isPresent() ? routing.noSpending(question) : routing.spending(question);
    }

    /** No model is asked before it is durable that the question was admitted. */
    private Flux<AnswerEvent> generate(AdmittedQuestion question, OpenRecord record) {
        return Mono.zip(
                        times.time(Stage.GROUNDING, grounding.ground(question)),
                        record.admitted().thenReturn(true),
                        (grounded, _) -> grounded)
                .flatMapMany(
                        grounded ->
                                routing.use(
                                        times.time(
                                                Stage.ROUTING, route(question, grounded, record)),
                                        route -> write(route, grounded, record)));
    }

    private Mono<Route> route(AdmittedQuestion question, Grounded grounded, OpenRecord record) {
        return Mono.defer(
                () ->
                        routing.choose(
                                question, prompting.write(question, grounded), record.spending()));
    }

    private Flux<AnswerEvent> write(Route route, Grounded grounded, OpenRecord record) {
        var ending = new Ending();
        return Flux.concat(
                Flux.fromIterable(opening(route, grounded)),
                times.time(Stage.SAFEGUARDS, safeguards.release(route, ending)),
                Flux.defer(
                        () ->
                                finish(
                                        route.question(),
                                        record,
                                        CacheOutcome.MISS,
                                        ending.reason())));
    }

    private static List<AnswerEvent> opening(Route route, Grounded grounded) {
        AdmittedQuestion question = route.question();
        List<Degradation> degraded =
                Stream.concat(grounded.degraded().stream(), route.degradation().stream()).toList();
        var events = new ArrayList<AnswerEvent>();
        events.add(new AnswerEvent.Start(question.id(), question.task()));
        events.add(new AnswerEvent.Sources(route.prompt().passages(), degraded));
        route.degradation().map(Notices::of).map(AnswerEvent.Noticed::new).ifPresent(events::add);
        if (route.prompt().passages().isEmpty() && !route.isExtractive()) {
            events.add(new AnswerEvent.Noticed(Notices.noContext()));
        }
        return events;
    }

    private Flux<AnswerEvent> replay(
            AdmittedQuestion question, CachedAnswer hit, OpenRecord record) {
        return record.admitted()
                .thenMany(
                        Flux.<AnswerEvent>just(
                                new AnswerEvent.Start(question.id(), question.task())))
                .concatWith(Flux.fromIterable(hit.events()))
                .concatWith(
                        Flux.defer(
                                () ->
                                        finish(
                                                question,
                                                record,
                                                CacheOutcome.EXACT,
                                                FinishReason.STOP)));
    }

    /** The end is sent only when it is recorded. */
    private Flux<AnswerEvent> finish(
            AdmittedQuestion question,
            OpenRecord record,
            CacheOutcome cached,
            FinishReason reason) {
        Usage usage = record.usage(cached, reason);
        if (cached == CacheOutcome.MISS && reason == FinishReason.STOP) {
            cache.keep(question, record.transcript().events());
        }
        return times.time(Stage.USAGE, record.finished(usage))
                .thenMany(Flux.just(new AnswerEvent.Used(usage), new AnswerEvent.Done()));
    }

    /**
     * Before the first event a failure is an HTTP error, after it an event that ends the stream.
     */
    private static Flux<AnswerEvent> fail(OpenRecord record, Throwable failure) {
        boolean begun = !record.transcript().events().isEmpty();
        Problem problem = problemOf(failure);
        Mono<Void> recorded =
                failure instanceof StoppedException
                        ? record.stopped()
                        : record.failed(code(problem));
        return recorded.onErrorComplete()
                .thenMany(
                        begun
                                ? Flux.just(new AnswerEvent.Failed(problem))
                                : Flux.error(new ProblemException(problem, failure)));
    }

    private static Problem problemOf(Throwable failure) {
        return switch (failure) {
            case StoppedException stopped ->
                    Problem.of(INTERRUPTED, String.valueOf(stopped.getMessage())).withoutRetry();
            case ModelFailure _ ->
                    Problem.of(INTERRUPTED, "the model failed and no other could go on");
            default -> ProblemMapping.of(failure);
        };
    }

    private static String code(Problem problem) {
        return ProblemType.of(problem.type()).map(ProblemType::code).orElse("other");
    }

    private void close(SignalType signal, OpenRecord record, ContextView context) {
        routing.close(record.spending());
        if (signal == SignalType.CANCEL) {
            record.left().contextWrite(context).subscribe(_ -> {}, _ -> {});
        }
    }
}
