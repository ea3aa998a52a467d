package org.berea.inference.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.berea.contracts.completion.Usage.FinishReason;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Plays what it was told to, call by call; the last of it again and again. */
public final class FakeModel implements LanguageModel {
    private final ModelSpec spec;
    private final Deque<Flux<ModelOutput>> script = new ArrayDeque<>();
    private final List<ModelCall> calls = new ArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();

    public FakeModel(String id, SizeClass sizeClass, long price) {
        this(id, sizeClass, price, 100_000);
    }

    public FakeModel(String id, SizeClass sizeClass, long price, int contextWindow) {
        var limits = ModelSpec.Limits.NONE;
        spec =
                new ModelSpec(
                        id,
                        id,
                        sizeClass,
                        null,
                        null,
                        false,
                        contextWindow,
                        4_000,
                        price,
                        price,
                        1.1,
                        limits);
    }

    public FakeModel plays(Flux<ModelOutput> outputs) {
        script.add(outputs);
        return this;
    }

    /** Writes the pieces and ends as it should. */
    public FakeModel writes(String... pieces) {
        return plays(text(pieces).concatWithValues(end(FinishReason.STOP, null, null)));
    }

    /** Writes the pieces and fails then. */
    public FakeModel failsAfter(ModelFailure failure, String... pieces) {
        return plays(text(pieces).concatWith(Flux.error(failure)));
    }

    public static Flux<ModelOutput> text(String... pieces) {
        return Flux.fromArray(pieces).map(ModelOutput.Delta::new);
    }

    public static ModelOutput end(
            FinishReason reason, @Nullable Integer prompt, @Nullable Integer output) {
        return new ModelOutput.End(reason, prompt, output);
    }

    public static ModelFailure failure(ModelFailure.Kind kind) {
        return ModelFailure.of(kind, "as told");
    }

    public static ModelFailure rateLimited(java.time.@Nullable Duration retryAfter) {
        return new ModelFailure(ModelFailure.Kind.RATE_LIMITED, "as told", retryAfter, null);
    }

    public synchronized List<ModelCall> calls() {
        return List.copyOf(calls);
    }

    public int cancelled() {
        return cancelled.get();
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public synchronized Flux<ModelOutput> stream(ModelCall call) {
        calls.add(call);
        Flux<ModelOutput> outputs = script.size() > 1 ? script.poll() : script.element();
        return outputs.doOnCancel(cancelled::incrementAndGet);
    }
}
