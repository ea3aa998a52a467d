package org.berea.embedding.encoding;

import java.util.List;
import org.berea.chassis.client.Guard;
import org.berea.embedding.text.BatchEncoder;
import org.berea.embedding.text.Digest;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.ModelIdentity;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An embedding model behind an OpenAI-compatible API. */
public final class RemoteEncoder implements BatchEncoder {
    private static final String DEPENDENCY = "embedding-model";

    private final RemoteSettings settings;
    private final RemoteClient client;
    private final Guard questions;
    private final Guard others;
    private volatile boolean answered;

    public RemoteEncoder(RemoteSettings settings, Guard.Factory guards) {
        this.settings = settings;
        this.client = new RemoteClient(settings);
        this.questions = guards.guard(DEPENDENCY, settings.queryLimit(), settings.calls());
        this.others = guards.guard(DEPENDENCY, settings.limit(), settings.calls());
    }

    /** Anything that changes the vectors changes the version. */
    public ModelIdentity identity() {
        String source =
                String.join(
                        "\n",
                        settings.address().toString(),
                        settings.model(),
                        String.valueOf(settings.dimension()),
                        settings.queryPrefix(),
                        settings.passagePrefix());
        return new ModelIdentity(
                settings.model(), "remote-" + Digest.brief(source), settings.dimension());
    }

    /** The errors are problems: {@code overloaded}, {@code timeout} or {@code unavailable}. */
    @Override
    public Mono<List<Encoding>> encode(List<Text> texts) {
        Purpose purpose = texts.getFirst().purpose();
        return call(
                texts.stream().map(settings::prepared).toList(),
                purpose == Purpose.QUERY ? questions : others);
    }

    private Mono<List<Encoding>> call(List<String> inputs, Guard guard) {
        return guard.protect(client.embed(inputs))
                .doOnNext(_ -> answered = true)
                .onErrorResume(this::isAboutATextAlone, _ -> oneByOne(inputs, guard))
                .onErrorMap(RemoteFailures::problem);
    }

    /** A model that answered before knows our name for it and our key: it must be the text. */
    private boolean isAboutATextAlone(Throwable failure) {
        return answered && RemoteFailures.isRefusal(failure);
    }

    private Mono<List<Encoding>> oneByOne(List<String> inputs, Guard guard) {
        return inputs.size() == 1
                ? Mono.just(List.of(new Encoding.Refused("the model refuses this text")))
                : Flux.fromIterable(inputs)
                        .concatMap(input -> call(List.of(input), guard))
                        .flatMapIterable(single -> single)
                        .collectList();
    }
}
