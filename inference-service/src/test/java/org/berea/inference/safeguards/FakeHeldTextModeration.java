package org.berea.inference.safeguards;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.berea.contracts.caller.Caller;
import reactor.core.publisher.Mono;

/** Gives the verdicts it was told to and remembers what it saw. */
final class FakeHeldTextModeration implements HeldTextModeration {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private Function<String, Mono<Boolean>> verdict = _ -> Mono.just(true);

    void says(Function<String, Mono<Boolean>> answer) {
        verdict = answer;
    }

    List<String> seen() {
        return seen;
    }

    @Override
    public Mono<Boolean> isFit(String text, Caller caller) {
        seen.add(text);
        return verdict.apply(text);
    }
}
