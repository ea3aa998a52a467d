package org.berea.search.weaviate;

import static org.berea.search.weaviate.Connection.READ;
import static org.berea.search.weaviate.Connection.WRITE;

import io.weaviate.client6.v1.api.collections.CollectionHandleAsync;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.aggregate.AggregateResponse;
import io.weaviate.client6.v1.api.collections.data.InsertManyResponse;
import io.weaviate.client6.v1.api.collections.query.FetchObjects;
import io.weaviate.client6.v1.api.collections.query.Filter;
import io.weaviate.client6.v1.api.collections.query.QueryResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.berea.search.engine.EngineAwayException;

/**
 * Stores and finds objects. A place that is not there holds nothing; every other failure is an
 * {@link EngineAwayException}.
 */
public final class Rows {
    private static final int STORED_AT_ONCE = 250;

    /** The server deletes no more in one call. */
    private static final int DELETED_AT_ONCE = 10_000;

    private static final int READ_AT_ONCE = 1_000;

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** What a collection is asked. */
    public interface Question {
        CompletableFuture<QueryResponse<Map<String, Object>>> ask(
                CollectionHandleAsync<Map<String, Object>> collection);
    }

    /** Stores objects, each in place of the one with the same id. */
    public void store(Place place, List<WeaviateObject<Map<String, Object>>> objects) {
        for (int from = 0; from < objects.size(); from += STORED_AT_ONCE) {
            int to = Math.min(objects.size(), from + STORED_AT_ONCE);
            var batch = objects.subList(from, to);
            check(
                    place,
                    connection.get(WRITE, client -> place.with(client).data.insertMany(batch)));
        }
    }

    /** Deletes all that passes a filter. */
    public void delete(Place place, Filter filter) {
        long deleted = DELETED_AT_ONCE;
        while (deleted >= DELETED_AT_ONCE) {
            deleted = deleteSome(place, filter);
        }
    }

    /** How many objects pass a filter. */
    public long count(Place place, Filter filter) {
        try {
            return connection.ask(READ, client -> total(place.with(client), filter)).join();
        } catch (CompletionException e) {
            if (Failures.isMissingPlace(e)) {
                return 0;
            }
            throw Failures.away(e);
        }
    }

    /** Begins to ask. */
    public CompletableFuture<List<Row>> ask(Place place, Question question) {
        return connection
                .ask(READ, client -> question.ask(place.with(client)))
                .thenApply(answer -> answer.objects().stream().map(Row::new).toList())
                .exceptionally(Rows::nothingInNothing);
    }

    /** What a question finds. */
    public List<Row> find(Place place, Question question) {
        return Connection.join(ask(place, question));
    }

    /** Those that pass a filter, in any order. */
    public List<Row> fetch(Place place, Filter filter, int most, String... properties) {
        return find(
                place,
                it ->
                        it.query.fetchObjects(
                                query ->
                                        query.filters(filter)
                                                .limit(most)
                                                .returnProperties(properties)));
    }

    /** All objects of a place. */
    public List<Row> all(Place place, String... properties) {
        var all = new ArrayList<Row>();
        forEach(place, query -> query.returnProperties(properties), all::add);
        return all;
    }

    /**
     * Shows all objects of a place, page by page.
     *
     * @param wanted says what is read of each
     */
    public void forEach(
            Place place, UnaryOperator<FetchObjects.Builder> wanted, Consumer<Row> use) {
        var page = page(place, wanted);
        while (!page.isEmpty()) {
            page.forEach(use);
            String last = page.getLast().id();
            page = page(place, query -> wanted.apply(query).after(last));
        }
    }

    private long deleteSome(Place place, Filter filter) {
        try {
            return connection
                    .ask(WRITE, client -> place.with(client).data.deleteMany(filter))
                    .join()
                    .matches();
        } catch (CompletionException e) {
            if (Failures.isMissingPlace(e)) {
                return 0;
            }
            throw Failures.away(e);
        }
    }

    private static CompletableFuture<Long> total(
            CollectionHandleAsync<Map<String, Object>> collection, Filter filter) {
        return collection
                .aggregate
                .overAll(all -> all.filters(filter).includeTotalCount(true))
                .thenApply(AggregateResponse::totalCount);
    }

    private List<Row> page(Place place, UnaryOperator<FetchObjects.Builder> wanted) {
        return find(
                place,
                it -> it.query.fetchObjects(query -> wanted.apply(query).limit(READ_AT_ONCE)));
    }

    /** The client does not throw for single objects that the server refused. */
    private static void check(Place place, InsertManyResponse answer) {
        if (!answer.errors().isEmpty()) {
            throw new EngineAwayException(
                    "%d objects of %s cannot be stored, the first because: %s"
                            .formatted(answer.errors().size(), place, answer.errors().getFirst()));
        }
    }

    private static List<Row> nothingInNothing(Throwable failure) {
        if (Failures.isMissingPlace(failure)) {
            return List.of();
        }
        throw Failures.away(failure);
    }
}
