package org.berea.search.weaviate;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.weaviate.client6.v1.api.WeaviateClientAsync;
import io.weaviate.client6.v1.api.WeaviateException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.berea.search.engine.EngineAwayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the server. Every call has a limit; after some failures in a row calls fail at once,
 * until {@link #heal} finds the server there and replaces the client, which would not recover by
 * itself for half a minute.
 */
final class Connection implements AutoCloseable {
    /** For everything that a search waits for. */
    static final Duration READ = Duration.ofMillis(1_500);

    /** For storing a batch. */
    static final Duration WRITE = Duration.ofMillis(4_500);

    /** For making and deleting collections, which all nodes of a cluster have to agree on. */
    static final Duration SCHEMA = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    private static final int WINDOW = 10;
    private static final int AT_LEAST = 5;

    private final WeaviateSettings settings;
    private final Clients clients;
    private final CircuitBreaker circuit = CircuitBreaker.of("weaviate", circuitConfig());
    private volatile @Nullable WeaviateClientAsync client;

    Connection(WeaviateSettings settings) {
        this.settings = settings;
        this.clients = new Clients(settings);
    }

    /** Whether there is a client at all. */
    boolean isOpen() {
        return client != null;
    }

    /** Starts a call, which fails after its limit and at once while the server is away. */
    <T> CompletableFuture<T> ask(
            Duration limit, Function<WeaviateClientAsync, CompletableFuture<T>> call) {
        WeaviateClientAsync current = client;
        if (current == null) {
            return CompletableFuture.failedFuture(new EngineAwayException("Weaviate is away"));
        }
        if (!circuit.tryAcquirePermission()) {
            return CompletableFuture.failedFuture(
                    new EngineAwayException("Weaviate is away, as the last calls have shown"));
        }
        long began = System.nanoTime();
        CompletableFuture<T> answer = within(limit, current, call);
        // Beside the answer, so that nothing which goes wrong here keeps anyone waiting.
        answer.whenComplete((_, failure) -> record(System.nanoTime() - began, failure));
        return answer;
    }

    /**
     * Waits for a call.
     *
     * @throws EngineAwayException whatever the failure: no one but the server can mend it
     */
    static <T> T join(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (RuntimeException e) {
            throw Failures.away(e);
        }
    }

    /** The answer of a call. */
    <T> T get(Duration limit, Function<WeaviateClientAsync, CompletableFuture<T>> call) {
        return join(ask(limit, call));
    }

    /**
     * Makes a new client if the server is there.
     *
     * @return whether there is one now
     */
    boolean heal() throws InterruptedException {
        if (!clients.isReady()) {
            return false;
        }
        try {
            replace(clients.open());
            return true;
        } catch (WeaviateException e) {
            log.warn("{} refuses: {}", settings, e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        replace(null);
        clients.close();
    }

    private synchronized void replace(@Nullable WeaviateClientAsync next) {
        WeaviateClientAsync before = client;
        client = next;
        circuit.reset();
        if (next != null) {
            log.info("connected to {}", settings);
        }
        if (before != null) {
            close(before);
        }
    }

    private void record(long nanos, @Nullable Throwable failure) {
        if (failure == null) {
            circuit.onSuccess(nanos, TimeUnit.NANOSECONDS);
        } else {
            circuit.onError(nanos, TimeUnit.NANOSECONDS, failure);
        }
    }

    private static <T> CompletableFuture<T> within(
            Duration limit,
            WeaviateClientAsync client,
            Function<WeaviateClientAsync, CompletableFuture<T>> call) {
        try {
            return call.apply(client).orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void close(WeaviateClientAsync client) {
        try {
            client.close();
        } catch (Exception e) {
            log.warn("an old connection does not close", e);
        }
    }

    /** It is closed by healing, never by trying real questions. */
    private static CircuitBreakerConfig circuitConfig() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(AT_LEAST)
                .waitDurationInOpenState(Duration.ofDays(1))
                .recordException(Failures::isOutage)
                .writableStackTraceEnabled(false)
                .build();
    }
}
