package org.berea.inference.routing;

import static org.berea.contracts.problem.ProblemType.BUDGET_EXHAUSTED;
import static org.berea.contracts.problem.ProblemType.NO_MODEL;
import static org.berea.contracts.problem.ProblemType.QUOTA_EXHAUSTED;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.models.LanguageModel;
import org.berea.inference.models.ModelFailure;
import org.berea.inference.models.SizeClass;
import org.berea.inference.prompting.Prompt;
import org.berea.inference.prompting.TokenCounter;
import org.berea.inference.reservation.Reservations;
import org.berea.inference.reservation.Reserved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Chooses the model that answers and steps down the ladder when one is refused or fails. */
@Component
public final class Routing {
    private static final Logger log = LoggerFactory.getLogger(Routing.class);

    private final Candidates candidates;
    private final Reservations reservations;
    private final TokenCounter counter;
    private final Accounting accounting;
    private final RoutingSettings settings;

    Routing(
            Candidates candidates,
            Reservations reservations,
            TokenCounter counter,
            Accounting accounting,
            RoutingSettings settings) {
        this.candidates = candidates;
        this.reservations = reservations;
        this.counter = counter;
        this.accounting = accounting;
        this.settings = settings;
    }

    /**
     * Reserves the first model of the ladder that tokens and money allow.
     *
     * @return the route, or the problem {@code quota-exhausted}, {@code budget-exhausted} or {@code
     *     no-model}
     */
    public Mono<Route> choose(AdmittedQuestion question, Prompt prompt) {
        return Mono.defer(
                () ->
                        reserve(
                                new Search(
                                        question,
                                        prompt,
                                        candidates.wanted(question.task()),
                                        new Consumption()),
                                candidates.of(question)));
    }

    private record Search(
            AdmittedQuestion question, Prompt prompt, SizeClass wanted, Consumption consumption) {}

    private Mono<Route> reserve(Search search, List<LanguageModel> ladder) {
        LanguageModel model = ladder.getFirst();
        List<LanguageModel> rest = ladder.subList(1, ladder.size());
        int output = Math.min(candidates.outputTokens(search.question()), model.spec().maxOutput());
        return leave(search, model, output)
                .flatMap(
                        answer ->
                                switch (answer) {
                                    case Reserved.Granted(var grant) ->
                                            Mono.just(
                                                    new Route(
                                                            search.question(),
                                                            search.prompt(),
                                                            model,
                                                            grant,
                                                            rest,
                                                            search.wanted(),
                                                            search.consumption()));
                                    case Reserved.Refused(var by) -> next(search, model, rest, by);
                                });
    }

    /** The extractive model uses nothing, so nothing is reserved for it. */
    private Mono<Reserved> leave(Search search, LanguageModel model, int output) {
        if (model.spec().sizeClass() == SizeClass.EXTRACTIVE) {
            return Mono.just(Reserved.nothing(reservations.today(), output));
        }
        return reservations.reserve(
                search.question().caller(), model.spec(), search.prompt().tokens(), output);
    }

    private Mono<Route> next(
            Search search, LanguageModel refused, List<LanguageModel> rest, Reserved.By by) {
        if (by == Reserved.By.TOKENS) {
            return Mono.error(exhausted(QUOTA_EXHAUSTED, "the daily token quota is used up"));
        }
        if (rest.isEmpty()) {
            return Mono.error(
                    by == Reserved.By.MONEY
                            ? exhausted(BUDGET_EXHAUSTED, "the daily budget is used up")
                            : new ProblemException(
                                    Problem.of(NO_MODEL, "paid models are off for the moment")));
        }
        accounting.steppedDown(refused, rest.getFirst(), by.name().toLowerCase(Locale.ROOT));
        return reserve(search, rest);
    }

    private ProblemException exhausted(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail).withResetAt(reservations.resetAt()));
    }

    /**
     * Has the route's model write; when it fails before anything was released, the next of the
     * ladder begins anew.
     *
     * @param released whether any of the text has left already
     * @return text and one end, or the error {@link ModelFailure} of the last model that was tried
     */
    public Flux<RoutedOutput> generate(Route route, BooleanSupplier released) {
        return generate(route, released, true);
    }

    private Flux<RoutedOutput> generate(
            Route route, BooleanSupplier released, boolean mayAskAgain) {
        return new Leg(route, counter, reservations, accounting)
                .run()
                .onErrorResume(
                        ModelFailure.class,
                        failure -> recover(route, released, mayAskAgain, failure));
    }

    private Flux<RoutedOutput> recover(
            Route route, BooleanSupplier released, boolean mayAskAgain, ModelFailure failure) {
        log.warn("model {} failed: {}", route.model().spec().id(), failure.getMessage());
        Optional<Duration> wait = mayAskAgain ? shortWait(failure) : Optional.empty();
        if (released.getAsBoolean() || (wait.isEmpty() && route.rest().isEmpty())) {
            return Flux.error(failure);
        }
        List<LanguageModel> ladder =
                wait.isPresent() ? Candidates.from(route.model(), route.rest()) : route.rest();
        if (wait.isEmpty()) {
            accounting.steppedDown(route.model(), ladder.getFirst(), failure.kind().label());
        }
        return Mono.delay(wait.orElse(Duration.ZERO))
                .then(reserve(searchOf(route), ladder))
                .flatMapMany(next -> restart(next, released, wait.isEmpty()));
    }

    private Flux<RoutedOutput> restart(Route next, BooleanSupplier released, boolean mayAskAgain) {
        return generate(next, released, mayAskAgain)
                .startWith(new RoutedOutput.StartedAnew(next.degradation().orElse(null)));
    }

    private Optional<Duration> shortWait(ModelFailure failure) {
        return Optional.ofNullable(failure.retryAfter())
                .filter(wait -> failure.kind() == ModelFailure.Kind.RATE_LIMITED)
                .filter(wait -> wait.compareTo(settings.longestRetryAfter()) <= 0);
    }

    private static Search searchOf(Route route) {
        return new Search(route.question(), route.prompt(), route.wanted(), route.consumption());
    }
}
