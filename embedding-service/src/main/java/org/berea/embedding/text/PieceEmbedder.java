package org.berea.embedding.text;

import java.util.List;
import reactor.core.publisher.Mono;

/** Turns a text of any length into vectors, one for each piece that the model can read whole. */
@FunctionalInterface
public interface PieceEmbedder {
    /**
     * @return an outcome for each piece, in the order of the text, or an error as of {@link
     *     Embedder#embed}
     */
    Mono<List<Encoding>> pieces(Text text);
}
