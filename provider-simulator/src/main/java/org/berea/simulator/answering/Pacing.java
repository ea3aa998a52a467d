package org.berea.simulator.answering;

import java.time.Duration;
import org.berea.simulator.behaviour.Behaviour;
import org.berea.simulator.composing.Script;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tokens in time: each is due at a moment counted from the start, so that delays do not add up. */
final class Pacing {
    /** Without it an endless answer that nobody reads would never let go of its thread. */
    private static final Duration SMALLEST_ENDLESS_GAP = Duration.ofMillis(1);

    private Pacing() {}

    /**
     * The script's tokens at the behaviour's pace up to a fault in mid-stream, pulled one by one.
     */
    static Flux<String> tokens(Script script, Behaviour behaviour) {
        Flux<String> tokens = timed(script, behaviour);
        return switch (behaviour.faultOrNone()) {
            case STALL -> tokens.take(behaviour.tokensBeforeFault()).concatWith(Flux.never());
            case CUT, RESET, UNFINISHED -> tokens.take(behaviour.tokensBeforeFault());
            default -> tokens;
        };
    }

    private static Flux<String> timed(Script script, Behaviour behaviour) {
        Flux<String> tokens = Flux.fromIterable(script.tokens());
        return script.endless()
                ? timed(tokens.repeat(), behaviour.firstTokenDelay(), endlessGap(behaviour))
                : timed(tokens, behaviour.firstTokenDelay(), behaviour.gap());
    }

    private static Duration endlessGap(Behaviour behaviour) {
        Duration gap = behaviour.gap();
        return gap.compareTo(SMALLEST_ENDLESS_GAP) < 0 ? SMALLEST_ENDLESS_GAP : gap;
    }

    private static Flux<String> timed(Flux<String> tokens, Duration first, Duration gap) {
        return Flux.defer(
                () -> {
                    long start = System.nanoTime() + first.toNanos();
                    return tokens.index((index, token) -> due(token, start + index * gap.toNanos()))
                            .concatMap(token -> token, 0);
                });
    }

    private static Mono<String> due(String token, long moment) {
        return Mono.defer(
                () -> {
                    long wait = moment - System.nanoTime();
                    return wait <= 0
                            ? Mono.just(token)
                            : Mono.delay(Duration.ofNanos(wait)).thenReturn(token);
                });
    }
}
