package org.berea.search.weaviate;

import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes the server write out what it still holds back of a graph.
 *
 * <p>It writes the log of a batch's graph before the last of the batch has come into it, so that a
 * server which is killed forgets up to some hundred vectors for ever, though it has their objects.
 * The next batch writes out what the one before left. So a batch without vectors goes after each
 * that has some. Seen with Weaviate 1.39.0: of 60 vectors 0 to 59 were left after eight kills, and
 * all 60 after four with such a batch.
 */
final class Settled {
    /** With several shards each has to get one, and only the server knows which goes where. */
    private static final int MARKERS_FOR_SHARDS = 64;

    private Settled() {}

    /** Objects that no search finds: they have no vector and are in no book. */
    static List<WeaviateObject<Map<String, Object>>> markers(int shards) {
        return IntStream.range(0, shards == 1 ? 1 : MARKERS_FOR_SHARDS)
                .mapToObj(Settled::marker)
                .toList();
    }

    private static WeaviateObject<Map<String, Object>> marker(int number) {
        return WeaviateObject.of(it -> it.uuid(Ids.of("marker " + number)).properties(Map.of()));
    }
}
