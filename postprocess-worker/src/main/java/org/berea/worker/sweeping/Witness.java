package org.berea.worker.sweeping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.berea.contracts.Heartbeat;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * A key of the sweep's own that shows whether Redis still has what it had. When it is gone, all was
 * lost; when it names another run of the server, heartbeats may have lapsed while that was away.
 * Either way the processes that live are given the time to show it.
 */
@Component
final class Witness {
    private static final String KEY = "berea:sweep:witness";
    private static final Duration NOTICE = Heartbeat.LAPSE.multipliedBy(2);

    /** Answers with the seconds now, those of the run's beginning here, and those of the key's. */
    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> SEE =
            new DefaultRedisScript<>(
                    """
                    local now = redis.call('TIME')[1]
                    redis.call('HSETNX', KEYS[1], 'whole', now)
                    if redis.call('HGET', KEYS[1], 'run') ~= ARGV[1] then
                      redis.call('HSET', KEYS[1], 'run', ARGV[1], 'since', now)
                    end
                    return {
                      tonumber(now),
                      tonumber(redis.call('HGET', KEYS[1], 'since')),
                      tonumber(redis.call('HGET', KEYS[1], 'whole'))
                    }
                    """,
                    List.class);

    private final StringRedisTemplate redis;

    Witness(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Hears it; throws when Redis is away. */
    Testimony hear() {
        String run = run();
        List<?> seen = Objects.requireNonNull(redis.execute(SEE, List.of(KEY), run));
        long age = second(seen, 0) - second(seen, 1);
        return age < NOTICE.toSeconds()
                ? new Testimony.TooYoung()
                : new Testimony.Sound(run, Instant.ofEpochSecond(second(seen, 2)));
    }

    private String run() {
        RedisCallback<String> ask =
                connection ->
                        Objects.requireNonNull(connection.serverCommands().info("server"))
                                .getProperty("run_id");
        return Objects.requireNonNull(redis.execute(ask));
    }

    private static long second(List<?> seen, int index) {
        return ((Number) seen.get(index)).longValue();
    }
}
