package org.berea.worker.sweeping;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.berea.metering.LazyRedis;
import org.berea.metering.MeteringUnavailableException;
import org.springframework.stereotype.Component;

/** Redis for a thread that may wait. */
@Component
final class SweepRedis {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final LazyRedis redis;

    SweepRedis(LazyRedis redis) {
        this.redis = redis;
    }

    /**
     * The answer to a command.
     *
     * @throws MeteringUnavailableException when there is none in five seconds
     */
    <T> Optional<T> ask(Function<RedisAsyncCommands<String, String>, CompletionStage<T>> command) {
        return redis.call(LIMIT, command).blockOptional();
    }
}
