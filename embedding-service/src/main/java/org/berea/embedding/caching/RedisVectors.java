package org.berea.embedding.caching;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.berea.chassis.client.Guard;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Bytes that expire, in a Redis that need not be there. It connects at the first call and again at
 * the next call after a loss. Each call takes at most 200 ms, and after some failures none for two
 * seconds.
 */
public final class RedisVectors implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final int CONCURRENT = 500;

    private final RedisClient client = RedisClient.create();
    private final RedisURI uri;
    private final Duration expiry;
    private final Guard guard;
    private @Nullable CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connecting;

    /**
     * @param url {@code redis://[user:password@]host:port[/database]}, or {@code rediss://} for TLS
     * @param expiry how long what is put stays
     */
    public RedisVectors(String url, Duration expiry, Guard.Factory guards) {
        this.uri = RedisURI.create(url);
        this.expiry = expiry;
        this.guard = guards.guard("embedding-redis", LIMIT, CONCURRENT);
        uri.setTimeout(LIMIT);
        client.setOptions(options());
    }

    /** Empty when there is nothing under that key. */
    Mono<byte[]> get(byte[] key) {
        return call(redis -> redis.get(key));
    }

    Mono<Void> put(byte[] key, byte[] value) {
        return call(redis -> redis.set(key, value, SetArgs.Builder.px(expiry))).then();
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }

    private <T> Mono<T> call(
            Function<RedisAsyncCommands<byte[], byte[]>, CompletionStage<T>> command) {
        return guard.protect(
                        Mono.fromCompletionStage(
                                () -> connection().thenCompose(it -> command.apply(it.async()))))
                // Else everything that follows a call would share the connection's one thread.
                .publishOn(Schedulers.parallel())
                .doOnError(TimeoutException.class, _ -> forgetConnection());
    }

    /** A peer that vanished without a word would hold the connection open for many minutes. */
    private synchronized void forgetConnection() {
        var present = connecting;
        if (present != null && present.isDone()) {
            connecting = null;
            present.thenCompose(StatefulRedisConnection::closeAsync);
        }
    }

    private synchronized CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connection() {
        var present = connecting;
        if (present != null && isUsable(present)) {
            return present;
        }
        var next = client.connectAsync(ByteArrayCodec.INSTANCE, uri).toCompletableFuture();
        connecting = next;
        return next;
    }

    private static boolean isUsable(
            CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connection) {
        return !connection.isDone()
                || (!connection.isCompletedExceptionally() && connection.join().isOpen());
    }

    private static ClientOptions options() {
        return ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(LIMIT).build())
                .build();
    }
}
