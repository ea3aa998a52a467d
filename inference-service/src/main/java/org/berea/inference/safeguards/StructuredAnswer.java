package org.berea.inference.safeguards;

import static org.berea.contracts.problem.ProblemType.INTERRUPTED;
import static org.berea.contracts.problem.ProblemType.SCHEMA_UNMET;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.inference.models.ModelFailure;
import org.berea.inference.prompting.Prompting;
import org.berea.inference.routing.Route;
import org.berea.inference.routing.RoutedOutput;
import org.berea.inference.routing.Routing;
import org.berea.inference.safeguards.JsonCheck.Result;
import org.berea.inference.safeguards.Verdict.Check;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An answer that must fit a schema: nothing of it goes out before all of it was checked. A model
 * that misses is told what is wrong and asked again; then the next of the ladder is asked.
 */
final class StructuredAnswer {
    private static final int RETRIES = 2;
    private static final int LONGEST = 30_000;

    private final Routing routing;
    private final Prompting prompting;
    private final HeldTextModeration moderation;
    private final MeterRegistry meters;
    private final JsonCheck check;
    private int retriesLeft = RETRIES;

    StructuredAnswer(
            Routing routing,
            Prompting prompting,
            HeldTextModeration moderation,
            MeterRegistry meters,
            JsonCheck check) {
        this.routing = routing;
        this.prompting = prompting;
        this.moderation = moderation;
        this.meters = meters;
        this.check = check;
    }

    /** A model's whole text and how it ended. */
    private static final class Written {
        private final StringBuilder text = new StringBuilder();
        private RoutedOutput end = new RoutedOutput.Ended(FinishReason.STOP);

        void add(RoutedOutput output) {
            switch (output) {
                case RoutedOutput.Text(var piece) -> text.append(piece);
                case RoutedOutput.Ended _, RoutedOutput.Failed _ -> end = output;
            }
        }
    }

    /**
     * @return citations and the JSON as tokens, or the error {@code schema-unmet}, or the failure
     *     of the last model
     */
    Flux<AnswerEvent> write(Route route) {
        return routing.call(route)
                .collect(Written::new, Written::add)
                .flatMapMany(written -> decide(route, written));
    }

    private Flux<AnswerEvent> decide(Route route, Written written) {
        return switch (written.end) {
            case RoutedOutput.Failed(var failure) -> goOn(route, routing.next(route, failure));
            case RoutedOutput.Ended(var reason) when reason == FinishReason.LENGTH ->
                    retry(
                            route,
                            written,
                            new Result.Unfit(Check.LENGTH, List.of("it was cut off: write less")));
            case RoutedOutput.Ended _ -> examine(route, written);
            case RoutedOutput.Text _ -> throw new IllegalStateException("a text ends nothing");
        };
    }

    private Flux<AnswerEvent> examine(Route route, Written written) {
        Metric.VALIDATION_CHECKS.counter(meters, "check", "schema").increment();
        return switch (check.check(written.text.toString())) {
            case Result.Unfit unfit -> retry(route, written, unfit);
            case Result.Fit(var json, _) when json.length() > LONGEST ->
                    retry(
                            route,
                            written,
                            new Result.Unfit(Check.LENGTH, List.of("it is too long")));
            case Result.Fit fit -> screen(route, written, fit);
        };
    }

    private Flux<AnswerEvent> screen(Route route, Written written, Result.Fit fit) {
        var unfit = new Result.Unfit(Check.MODERATION, List.of("it is not acceptable"));
        return moderation
                .isFit(fit.json(), route.question().caller())
                .onErrorMap(StructuredAnswer::noVerdict)
                .flatMapMany(
                        good ->
                                good
                                        ? HeldText.events(fit.citations(), fit.json())
                                        : retry(route, written, unfit));
    }

    private Flux<AnswerEvent> retry(Route route, Written written, Result.Unfit unfit) {
        Metric.VALIDATION_FAILURES.counter(meters, "check", unfit.check().label()).increment();
        if (retriesLeft > 0) {
            retriesLeft--;
            Metric.REPAIRS.counter(meters, "check", unfit.check().label()).increment();
            return goOn(
                    route,
                    routing.repeat(
                            route,
                            prompting.correct(
                                    route.prompt(), written.text.toString(), unfit.problems())));
        }
        var failure = ModelFailure.unfit(unfit.check().label());
        return goOn(
                route,
                routing.next(route, failure)
                        .onErrorMap(last -> last == failure, _ -> unmet(unfit)));
    }

    private Flux<AnswerEvent> goOn(Route route, Mono<Route> next) {
        return routing.use(
                next, chosen -> Notices.between(route, chosen).concatWith(write(chosen)));
    }

    private static Throwable unmet(Result.Unfit unfit) {
        return new ProblemException(
                Problem.of(
                        SCHEMA_UNMET,
                        "no model wrote what fits; the last one: "
                                + String.join("; ", unfit.problems())));
    }

    private static Throwable noVerdict(Throwable failure) {
        return new ProblemException(
                Problem.of(INTERRUPTED, "the answer could not be screened"), failure);
    }
}
