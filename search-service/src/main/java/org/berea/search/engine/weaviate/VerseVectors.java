package org.berea.search.engine.weaviate;

import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.Quantization;
import io.weaviate.client6.v1.api.collections.VectorConfig;
import io.weaviate.client6.v1.api.collections.Vectors;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.vectorindex.Distance;
import io.weaviate.client6.v1.api.collections.vectorindex.Hnsw;
import io.weaviate.client6.v1.api.collections.vectorizers.SelfProvidedVectorizer;
import java.util.Map;
import java.util.Optional;
import org.berea.scripture.VerseRef;
import org.berea.search.engine.Changes.VerseVector;
import org.berea.search.engine.VectorHit;

/** What one model made of one import, an object for each vector. */
final class VerseVectors {
    static final String VERSE = "verse";

    /**
     * Over 31,102 verses recall of the first ten is .992 and a search costs the server 2.3 to 3.3
     * ms; with 64 it is .951 and 1.9 ms, with the server's own choice .997 and 4.5 ms.
     */
    private static final int EF = 200;

    /**
     * A filter that leaves fewer objects is answered without the graph. The server's 40,000 would
     * do so with every filter, for 11 ms instead of 3.
     */
    private static final int FLAT_SEARCH_CUTOFF = 1_000;

    private VerseVectors() {}

    static CollectionConfig collection(String name) {
        return CollectionConfig.of(
                name,
                it ->
                        it.properties(Properties.word(Properties.BOOK), Properties.stored(VERSE))
                                .vectorConfig(VectorConfig.selfProvided(VerseVectors::index)));
    }

    static WeaviateObject<Map<String, Object>> object(VerseVector verse) {
        Map<String, Object> properties =
                Map.of(Properties.BOOK, verse.verse().book().code(), VERSE, verse.verse().wire());
        return WeaviateObject.of(
                it ->
                        it.uuid(Names.id(verse.verse().wire()))
                                .properties(properties)
                                .vectors(Vectors.of(verse.vector())));
    }

    static Optional<VectorHit> hit(Row row) {
        return VerseRef.parse(row.text(VERSE)).map(verse -> new VectorHit(verse, row.cosine()));
    }

    /** The graph of every collection of vectors. Exact numbers: a Bible's take 60 MB. */
    static SelfProvidedVectorizer.Builder index(SelfProvidedVectorizer.Builder vectors) {
        return vectors.quantization(Quantization.uncompressed())
                .vectorIndex(
                        Hnsw.of(
                                it ->
                                        it.distance(Distance.COSINE)
                                                .ef(EF)
                                                .flatSearchCutoff(FLAT_SEARCH_CUTOFF)));
    }
}
