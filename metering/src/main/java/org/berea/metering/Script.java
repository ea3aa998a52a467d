package org.berea.metering;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The scripts that Redis runs, each in one step. All answer with a list of whole numbers. */
enum Script {
    RESERVE,
    SETTLE,
    READ,
    HELD,
    BUCKET;

    private final String text;
    private final String digest;

    Script() {
        text = load(name().toLowerCase(Locale.ROOT) + ".lua");
        digest = digestOf(text);
    }

    /** Sends only the digest; a Redis that does not know it yet gets the whole text. */
    CompletionStage<List<Long>> on(
            RedisAsyncCommands<String, String> redis, String[] keys, String[] arguments) {
        return redis.<List<Long>>evalsha(digest, ScriptOutputType.MULTI, keys, arguments)
                .exceptionallyCompose(failure -> retried(failure, redis, keys, arguments));
    }

    private CompletionStage<List<Long>> retried(
            Throwable failure,
            RedisAsyncCommands<String, String> redis,
            String[] keys,
            String[] arguments) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        return cause instanceof RedisNoScriptException
                ? redis.eval(text, ScriptOutputType.MULTI, keys, arguments)
                : CompletableFuture.failedFuture(cause);
    }

    private static String load(String file) {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digestOf(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
