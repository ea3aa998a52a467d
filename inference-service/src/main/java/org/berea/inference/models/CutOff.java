package org.berea.inference.models;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Cuts a stream off from outside, and whatever feeds it. */
public final class CutOff {
    private CutOff() {}

    /**
     * Ends the stream with the failure as soon as the signal comes. Reactor's own {@code
     * takeUntilOther} would leave the source running if the signal were the failure itself.
     */
    public static <T> Function<Flux<T>, Flux<T>> by(
            Publisher<?> signal, Supplier<? extends Throwable> failure) {
        return source ->
                Flux.defer(
                        () -> {
                            var whole = new AtomicBoolean();
                            return source.doOnComplete(() -> whole.set(true))
                                    .takeUntilOther(signal)
                                    .concatWith(
                                            Flux.defer(
                                                    () ->
                                                            whole.get()
                                                                    ? Flux.empty()
                                                                    : Flux.error(failure)));
                        });
    }
}
