package org.berea.search.engine.weaviate;

import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.Vectors;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.util.Map;
import java.util.Optional;
import org.berea.scripture.VerseRef;
import org.berea.search.engine.Changes.VerseVector;
import org.berea.search.engine.VectorHit;
import org.berea.search.weaviate.Graph;
import org.berea.search.weaviate.Ids;
import org.berea.search.weaviate.Properties;
import org.berea.search.weaviate.Row;

/** What one model made of one import, an object for each vector. */
final class VerseVectors {
    static final String VERSE = "verse";

    private VerseVectors() {}

    static CollectionConfig collection(String name) {
        return CollectionConfig.of(
                name,
                it ->
                        it.properties(Properties.word(Properties.BOOK), Properties.stored(VERSE))
                                .vectorConfig(Graph.ofOwnVectors()));
    }

    static WeaviateObject<Map<String, Object>> object(VerseVector verse) {
        Map<String, Object> properties =
                Map.of(Properties.BOOK, verse.verse().book().code(), VERSE, verse.verse().wire());
        return WeaviateObject.of(
                it ->
                        it.uuid(Ids.of(verse.verse().wire()))
                                .properties(properties)
                                .vectors(Vectors.of(verse.vector())));
    }

    static Optional<VectorHit> hit(Row row) {
        return verse(row).map(verse -> new VectorHit(verse, row.cosine()));
    }

    static Optional<VerseRef> verse(Row row) {
        return VerseRef.parse(row.text(VERSE));
    }
}
