package org.berea.inference.routing;

import java.time.Duration;
import org.berea.inference.models.ModelFailure;
import org.berea.inference.models.ModelOutput;
import org.berea.inference.models.ModelSpec;
import org.berea.inference.prompting.TokenCounter;
import org.berea.inference.reservation.Reservations;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One model call: passes its text on, stops it when it does not end, and settles it exactly once.
 * Text arrives on one thread while another may cancel, so what both touch is guarded.
 */
final class Leg {
    private static final int LONGEST_TOKEN = 8;
    private static final double TOLERANCE = 1.2;

    private final Route route;
    private final TokenCounter counter;
    private final Reservations reservations;
    private final Accounting accounting;
    private final StringBuilder text = new StringBuilder();
    private long calledAt;
    private long begunAt;
    private int deltas;
    private ModelOutput.@Nullable End end;

    Leg(Route route, TokenCounter counter, Reservations reservations, Accounting accounting) {
        this.route = route;
        this.counter = counter;
        this.reservations = reservations;
        this.accounting = accounting;
    }

    /** The call itself, settled whichever way it ends. */
    Flux<RoutedOutput> run() {
        return Flux.usingWhen(
                        Mono.just(this), Leg::call, Leg::settle, Leg::settleFailed, Leg::settle)
                .onErrorResume(
                        ModelFailure.class, failure -> Flux.just(new RoutedOutput.Failed(failure)));
    }

    private Flux<RoutedOutput> call() {
        calledAt = System.nanoTime();
        return route.model().stream(route.prompt().call(route.grant().maxOutput()))
                .map(this::note)
                .takeUntil(RoutedOutput.Ended.class::isInstance)
                .concatWith(Flux.defer(this::failWithoutEnd));
    }

    private synchronized RoutedOutput note(ModelOutput output) {
        return switch (output) {
            case ModelOutput.Delta(var piece) -> {
                noteBeginning();
                text.append(piece);
                deltas++;
                failWhenEndless();
                yield new RoutedOutput.Text(piece);
            }
            case ModelOutput.End last -> {
                end = last;
                yield new RoutedOutput.Ended(last.reason());
            }
        };
    }

    /** A text that just stops is a part of one, however whole it looks. */
    private synchronized Flux<RoutedOutput> failWithoutEnd() {
        return end == null ? Flux.error(ModelFailure.withoutEnd()) : Flux.empty();
    }

    private void noteBeginning() {
        if (text.isEmpty()) {
            begunAt = System.nanoTime();
            accounting.began(route.question(), Duration.ofNanos(begunAt - calledAt));
        }
    }

    /** A model that ignores its output limit is stopped near it. */
    private void failWhenEndless() {
        int limit = route.grant().maxOutput();
        if (deltas > limit * TOLERANCE || text.length() > limit * LONGEST_TOKEN) {
            throw ModelFailure.endless(limit);
        }
    }

    private Mono<Void> settle() {
        return Mono.defer(this::book);
    }

    /** A server that turned the call away before it wrote anything has counted nothing. */
    private Mono<Void> settleFailed(Throwable failure) {
        boolean unused = failure instanceof ModelFailure known && known.isTurnedAway();
        return unused ? reservations.abandon(route.grant()) : settle();
    }

    /** Where the provider did not say what it counted, what was sent and received is counted. */
    private synchronized Mono<Void> book() {
        ModelSpec model = route.model().spec();
        Integer saidPrompt = end == null ? null : end.promptTokens();
        Integer saidOutput = end == null ? null : end.outputTokens();
        long prompt = saidPrompt == null ? route.prompt().tokens() : saidPrompt;
        long output = saidOutput == null ? counter.count(text.toString()) : saidOutput;
        long micros = model.price(prompt, output);
        route.spending().add(model.id(), prompt, output, micros);
        accounting.called(route.question(), model, prompt, output, micros);
        accounting.wrote(
                route.question(),
                Duration.ofNanos(System.nanoTime() - begunAt),
                text.isEmpty() ? 0 : output);
        return reservations.settle(route.grant(), prompt + output, micros);
    }
}
