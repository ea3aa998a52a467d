package org.berea.search.engine.weaviate;

import static org.berea.search.engine.weaviate.Connection.READ;
import static org.berea.search.engine.weaviate.Connection.WRITE;

import io.weaviate.client6.v1.api.collections.CollectionHandleAsync;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.data.InsertManyResponse;
import io.weaviate.client6.v1.api.collections.query.FetchObjects;
import io.weaviate.client6.v1.api.collections.query.QueryResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.berea.search.engine.EngineAwayException;

/** Stores and finds the objects of a collection. */
final class Rows {
    private static final int STORED_AT_ONCE = 250;
    private static final int READ_AT_ONCE = 1_000;

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** What a collection is asked. */
    interface Question {
        CompletableFuture<QueryResponse<Map<String, Object>>> ask(
                CollectionHandleAsync<Map<String, Object>> collection);
    }

    /**
     * Stores objects, each in place of the one with the same id.
     *
     * @throws EngineAwayException when one of them cannot be stored
     */
    void store(String collection, List<WeaviateObject<Map<String, Object>>> objects) {
        for (int from = 0; from < objects.size(); from += STORED_AT_ONCE) {
            int to = Math.min(objects.size(), from + STORED_AT_ONCE);
            var batch = objects.subList(from, to);
            check(
                    collection,
                    connection.get(
                            WRITE,
                            client -> client.collections.use(collection).data.insertMany(batch)));
        }
    }

    /** What a question finds; nothing when there is no such collection. */
    CompletableFuture<List<Row>> find(String collection, Question question) {
        return connection
                .ask(READ, client -> question.ask(client.collections.use(collection)))
                .thenApply(answer -> answer.objects().stream().map(Row::new).toList())
                .exceptionally(Rows::nothingInNothing);
    }

    /** All objects of a collection. */
    List<Row> all(String collection, String... properties) {
        var all = new ArrayList<Row>();
        var page = page(collection, query -> query, properties);
        while (!page.isEmpty()) {
            all.addAll(page);
            String last = page.getLast().id();
            page = page(collection, query -> query.after(last), properties);
        }
        return all;
    }

    private List<Row> page(
            String collection,
            Function<FetchObjects.Builder, FetchObjects.Builder> from,
            String... properties) {
        return Connection.join(
                find(
                        collection,
                        it ->
                                it.query.fetchObjects(
                                        query ->
                                                from.apply(query)
                                                        .limit(READ_AT_ONCE)
                                                        .returnProperties(properties))));
    }

    /** The client does not throw for single objects that the server refused. */
    private static void check(String collection, InsertManyResponse answer) {
        if (!answer.errors().isEmpty()) {
            throw new EngineAwayException(
                    "%d objects of %s cannot be stored, the first because: %s"
                            .formatted(
                                    answer.errors().size(),
                                    collection,
                                    answer.errors().getFirst()));
        }
    }

    private static List<Row> nothingInNothing(Throwable failure) {
        if (Failures.isMissingCollection(failure)) {
            return List.of();
        }
        throw Failures.away(failure);
    }
}
