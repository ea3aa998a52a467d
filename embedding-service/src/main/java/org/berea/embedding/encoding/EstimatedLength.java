package org.berea.embedding.encoding;

import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.Text;
import reactor.core.publisher.Mono;

/** Keeps from a remote model what may be longer than it reads: some models cut in silence. */
public final class EstimatedLength implements Embedder {
    private final Embedder next;
    private final RemoteSettings settings;

    public EstimatedLength(Embedder next, RemoteSettings settings) {
        this.next = next;
        this.settings = settings;
    }

    @Override
    public Mono<Encoding> embed(Text text) {
        int tokens = TokenEstimate.of(settings.prepared(text));
        return tokens > settings.maxTokens()
                ? Mono.just(new Encoding.TooLong(tokens, settings.maxTokens()))
                : next.embed(text);
    }
}
