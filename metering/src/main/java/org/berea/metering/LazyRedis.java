package org.berea.metering;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * One connection to a Redis that need not be there yet, nor stay. It connects at the first call and
 * again at the next call after a loss. A command is sent once: what was on its way when the
 * connection broke is an error, never sent again by itself.
 */
public final class LazyRedis implements AutoCloseable {
    /** How long a call may take, connecting included. */
    public static final Duration LIMIT = Duration.ofMillis(200);

    private static final Duration CONNECT_LIMIT = Duration.ofMillis(300);
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final RedisClient client;
    private final RedisURI uri;
    private @Nullable CompletableFuture<StatefulRedisConnection<String, String>> connecting;
    private volatile long lastAnswer;

    /**
     * @param url {@code redis://[user:password@]host:port[/database]}, or {@code rediss://} for TLS
     */
    public LazyRedis(String url) {
        uri = RedisURI.create(url);
        uri.setTimeout(CONNECT_LIMIT);
        client = RedisClient.create();
        client.setOptions(options());
    }

    Mono<List<Long>> run(Script script, List<String> keys, String... arguments) {
        String[] keyArray = keys.toArray(String[]::new);
        return call(LIMIT, redis -> script.on(redis, keyArray, arguments));
    }

    /**
     * Sends any command.
     *
     * @param limit connecting included
     * @return its answer; empty for none, the error {@link MeteringUnavailableException} for none
     *     in time
     */
    public <T> Mono<T> call(
            Duration limit,
            Function<RedisAsyncCommands<String, String>, CompletionStage<T>> command) {
        return Mono.fromCompletionStage(
                        () -> connection().thenCompose(redis -> command.apply(redis.async())))
                .timeout(limit)
                .doOnNext(_ -> lastAnswer = System.nanoTime())
                .doOnError(TimeoutException.class, _ -> dropSilentConnection())
                // Else everything that follows a call would share the connection's one thread.
                .publishOn(Schedulers.parallel())
                .onErrorMap(MeteringUnavailableException::new);
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }

    private synchronized CompletableFuture<StatefulRedisConnection<String, String>> connection() {
        var present = connecting;
        if (present != null && isUsable(present)) {
            return present;
        }
        lastAnswer = System.nanoTime();
        var next = client.connectAsync(StringCodec.UTF8, uri).toCompletableFuture();
        connecting = next;
        return next;
    }

    private static boolean isUsable(
            CompletableFuture<StatefulRedisConnection<String, String>> connection) {
        return !connection.isDone()
                || (!connection.isCompletedExceptionally() && connection.join().isOpen());
    }

    /** A peer that vanished without a word would hold the connection open for many minutes. */
    private synchronized void dropSilentConnection() {
        var present = connecting;
        if (present != null && System.nanoTime() - lastAnswer > SILENCE_NANOS) {
            connecting = null;
            present.thenCompose(StatefulRedisConnection::closeAsync);
        }
    }

    private static ClientOptions options() {
        return ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_LIMIT).build())
                .build();
    }
}
