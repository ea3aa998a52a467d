package org.berea.inference.routing;

import static org.berea.contracts.problem.ProblemType.BUDGET_EXHAUSTED;
import static org.berea.contracts.problem.ProblemType.NO_MODEL;
import static org.berea.contracts.problem.ProblemType.QUOTA_EXHAUSTED;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.models.LanguageModel;
import org.berea.inference.models.ModelFailure;
import org.berea.inference.models.SizeClass;
import org.berea.inference.prompting.Prompt;
import org.berea.inference.prompting.TokenCounter;
import org.berea.inference.reservation.CallGrant;
import org.berea.inference.reservation.Ceiling;
import org.berea.inference.reservation.Reservations;
import org.berea.inference.reservation.Reserved;
import org.berea.inference.reservation.Spending;
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

    /** Begins what the question may spend: up to a call of every model that may answer it. */
    public Spending spending(AdmittedQuestion question) {
        return reservations.open(question.id(), question.caller(), candidates.ceiling(question));
    }

    /** For a question that no model is asked. */
    public Spending noSpending(AdmittedQuestion question) {
        return reservations.open(question.id(), question.caller(), Ceiling.NOTHING);
    }

    /** Ends it: what was reserved for calls that were never made is given back. */
    public void close(Spending spending) {
        reservations.close(spending).subscribe();
    }

    /**
     * Reserves the first model of the ladder that tokens and money allow.
     *
     * @return the route, or the problem {@code quota-exhausted}, {@code budget-exhausted} or {@code
     *     no-model}
     */
    public Mono<Route> choose(AdmittedQuestion question, Prompt prompt, Spending spending) {
        return Mono.defer(
                () ->
                        reserve(
                                new Search(
                                        question,
                                        prompt,
                                        candidates.wanted(question.task()),
                                        spending,
                                        candidates.of(question, prompt),
                                        false,
                                        false)));
    }

    /**
     * What follows a route whose model failed: the same model after a short wait that it asked for,
     * else the next of the ladder.
     *
     * @return the route; the failure itself when none is left, or a problem as of {@link #choose}
     */
    public Mono<Route> next(Route route, ModelFailure failure) {
        log.warn("model {} failed: {}", route.model().spec().id(), failure.getMessage());
        Optional<Duration> wait = route.askedAgain() ? Optional.empty() : shortWait(failure);
        if (wait.isPresent()) {
            var again = Candidates.from(route.model(), route.rest());
            return Mono.delay(wait.get()).then(reserve(Search.after(route, again, true)));
        }
        if (route.rest().isEmpty()) {
            return Mono.error(failure);
        }
        accounting.steppedDown(route.model(), route.rest().getFirst(), failure.kind().label());
        return reserve(Search.after(route, route.rest(), false));
    }

    /**
     * The same model once more, with another prompt, reserved anew.
     *
     * @return the route; a smaller model's when the money does not suffice, or a problem as of
     *     {@link #choose}
     */
    public Mono<Route> repeat(Route route, Prompt corrected) {
        var again = Candidates.from(route.model(), route.rest());
        return reserve(Search.after(route, again, false).with(corrected));
    }

    /** Goes a route; should its call never be made, what was reserved for it is given back. */
    public <T> Flux<T> use(Mono<Route> route, Function<Route, Flux<T>> way) {
        return Flux.usingWhen(route, way, this::leave, (left, _) -> leave(left), this::leave);
    }

    private Mono<Void> leave(Route route) {
        return reservations.abandon(route.grant());
    }

    /**
     * Has the route's model write.
     *
     * @return text and then one end, proper or failed; never an error
     */
    public Flux<RoutedOutput> call(Route route) {
        return Flux.defer(() -> new Leg(route, counter, reservations, accounting).run());
    }

    private Mono<Route> reserve(Search search) {
        return Mono.defer(() -> leave(search)).flatMap(answer -> decide(search, answer));
    }

    private Mono<Route> decide(Search search, Reserved answer) {
        return switch (answer) {
            case Reserved.Granted(var grant) -> Mono.just(route(search, grant));
            case Reserved.Refused(var by) -> afterRefusal(search, by);
        };
    }

    private static Route route(Search search, CallGrant grant) {
        return new Route(
                search.question(),
                search.prompt(),
                search.model(),
                grant,
                search.rest(),
                search.wanted(),
                search.askedAgain(),
                search.spending());
    }

    /** The extractive model uses nothing, so nothing is reserved for it. */
    private Mono<Reserved> leave(Search search) {
        int output = candidates.outputTokens(search.question(), search.prompt(), search.model());
        if (search.model().spec().sizeClass() == SizeClass.EXTRACTIVE) {
            return Mono.just(reservations.unreserved(output));
        }
        return reservations.reserve(
                search.spending(), search.model().spec(), search.prompt().tokens(), output);
    }

    /**
     * Tokens run out for all models at once, so the question is turned away; but an answer that has
     * begun comes to the end that costs nothing.
     */
    private Mono<Route> afterRefusal(Search search, Reserved.By by) {
        log.info("model {} may not be called: {}", search.model().spec().id(), by);
        List<LanguageModel> left =
                by == Reserved.By.TOKENS
                        ? search.rest().stream()
                                .filter(_ -> search.begun())
                                .filter(Routing::isFreeOfTokens)
                                .toList()
                        : search.rest();
        if (left.isEmpty()) {
            return Mono.error(refusal(by));
        }
        accounting.steppedDown(search.model(), left.getFirst(), by.label());
        return reserve(search.downTo(left));
    }

    private static boolean isFreeOfTokens(LanguageModel model) {
        return model.spec().sizeClass() == SizeClass.EXTRACTIVE;
    }

    private ProblemException refusal(Reserved.By by) {
        return switch (by) {
            case TOKENS -> exhausted(QUOTA_EXHAUSTED, "the daily token quota is used up");
            case MONEY -> exhausted(BUDGET_EXHAUSTED, "the daily budget is used up");
            case STORE -> noModel("paid models are off for the moment");
            case CEILING -> noModel("the question has cost as much as it may");
        };
    }

    private static ProblemException noModel(String detail) {
        return new ProblemException(Problem.of(NO_MODEL, detail));
    }

    private ProblemException exhausted(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail).withResetAt(reservations.resetAt()));
    }

    private Optional<Duration> shortWait(ModelFailure failure) {
        return Optional.ofNullable(failure.retryAfter())
                .filter(wait -> failure.kind() == ModelFailure.Kind.RATE_LIMITED)
                .filter(wait -> wait.compareTo(settings.longestRetryAfter()) <= 0);
    }
}
