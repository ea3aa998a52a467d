package org.berea.embedding.bulk;

import java.util.List;
import java.util.Optional;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.search.VectorBatch;
import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.ModelIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the vectors of one chapter. */
final class ChapterEmbedding {
    private static final Logger log = LoggerFactory.getLogger(ChapterEmbedding.class);
    // Enough to keep all encoder threads busy, few enough to stay below the queue's bound.
    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final Embedder embedder;
    private final ModelIdentity model;

    ChapterEmbedding(Embedder embedder, ModelIdentity model) {
        this.embedder = embedder;
        this.model = model;
    }

    /** The vectors of the chapter's verses; a verse too long for the model has none. */
    Mono<VectorBatch> embed(PassageImported event) {
        List<Verse> verses = event.verses();
        return Flux.range(0, verses.size())
                .flatMapSequential(index -> embed(verses, index), AT_ONCE, 1)
                .flatMapIterable(vector -> vector.stream().toList())
                .collectList()
                .map(vectors -> batch(event, vectors));
    }

    private Mono<Optional<VectorBatch.VerseVector>> embed(List<Verse> verses, int index) {
        String ref = verses.get(index).ref();
        return embedder.embed(EmbeddedText.of(verses, index)).map(it -> vector(ref, it));
    }

    private static Optional<VectorBatch.VerseVector> vector(String ref, Encoding encoding) {
        return switch (encoding) {
            case Encoding.Encoded(var vector, _) ->
                    Optional.of(new VectorBatch.VerseVector(ref, vector));
            case Encoding.TooLong(int tokens, int most) -> {
                log.warn("{} stays without vector: {} tokens, at most {}", ref, tokens, most);
                yield Optional.empty();
            }
        };
    }

    private VectorBatch batch(PassageImported event, List<VectorBatch.VerseVector> vectors) {
        return new VectorBatch(
                event.importId(),
                event.translation().code(),
                event.sequence(),
                event.total(),
                model.label(),
                vectors);
    }
}
