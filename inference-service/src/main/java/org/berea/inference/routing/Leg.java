package org.berea.inference.routing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.inference.models.ModelOutput;
import org.berea.inference.models.ModelSpec;
import org.berea.inference.prompting.TokenCounter;
import org.berea.inference.reservation.CallGrant;
import org.berea.inference.reservation.Reservations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One model call: passes its text on, stops it when it does not end, and settles it exactly once.
 */
final class Leg {
    private static final int LONGEST_TOKEN = 8;
    private static final double TOLERANCE = 1.2;

    private final Route route;
    private final TokenCounter counter;
    private final Reservations reservations;
    private final Accounting accounting;
    private final StringBuilder text = new StringBuilder();
    private final AtomicBoolean settled = new AtomicBoolean();
    private long calledAt;
    private int deltas;
    private ModelOutput.@org.jspecify.annotations.Nullable End end;

    Leg(Route route, TokenCounter counter, Reservations reservations, Accounting accounting) {
        this.route = route;
        this.counter = counter;
        this.reservations = reservations;
        this.accounting = accounting;
    }

    /** The call itself, settled whichever way it ends. */
    Flux<RoutedOutput> run() {
        return Flux.usingWhen(
                Mono.just(this), Leg::call, Leg::settle, (leg, _) -> leg.settle(), Leg::settle);
    }

    private Flux<RoutedOutput> call() {
        calledAt = System.nanoTime();
        return route.model().stream(route.prompt().call(route.grant().maxOutput()))
                .map(this::note)
                .takeUntil(RoutedOutput.Ended.class::isInstance);
    }

    private RoutedOutput note(ModelOutput output) {
        return switch (output) {
            case ModelOutput.Delta(var piece) when isEndless(piece) ->
                    new RoutedOutput.Ended(FinishReason.LENGTH);
            case ModelOutput.Delta(var piece) -> {
                noteBeginning();
                text.append(piece);
                yield new RoutedOutput.Text(piece);
            }
            case ModelOutput.End last -> {
                end = last;
                yield new RoutedOutput.Ended(last.reason());
            }
        };
    }

    private void noteBeginning() {
        if (text.isEmpty()) {
            accounting.began(route.question(), Duration.ofNanos(System.nanoTime() - calledAt));
        }
    }

    /** A model that ignores its output limit is stopped near it. */
    private boolean isEndless(String piece) {
        deltas++;
        int limit = route.grant().maxOutput();
        return deltas > limit * TOLERANCE || text.length() + piece.length() > limit * LONGEST_TOKEN;
    }

    private Mono<Void> settle() {
        return Mono.defer(() -> settled.compareAndSet(false, true) ? book() : Mono.empty());
    }

    /** Where the provider did not say what it counted, what was sent and received is counted. */
    private Mono<Void> book() {
        ModelSpec model = route.model().spec();
        Integer saidPrompt = end == null ? null : end.promptTokens();
        Integer saidOutput = end == null ? null : end.outputTokens();
        long prompt = saidPrompt == null ? route.prompt().tokens() : saidPrompt;
        long output = saidOutput == null ? counter.count(text.toString()) : saidOutput;
        long micros = model.price(prompt, output);
        route.consumption().add(model.id(), prompt, output, micros);
        accounting.called(route.question(), model, prompt, output, micros);
        CallGrant grant = route.grant();
        return reservations.settle(grant, prompt + output, micros);
    }
}
