package org.berea.worker.sweeping;

import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.berea.contracts.Heartbeat;
import org.springframework.stereotype.Component;

/**
 * A key of the sweep's own that shows whether Redis still has what it had. When it is gone, all was
 * lost; when it names another run of the server, heartbeats may have lapsed while that was away.
 * Either way the processes that live are given the time to show it.
 */
@Component
final class Witness {
    private static final String[] KEY = {"berea:sweep:witness"};
    private static final Duration NOTICE = Heartbeat.LAPSE.multipliedBy(2);
    private static final Pattern RUN = Pattern.compile("run_id:(\\w+)");

    /** Answers with the seconds now, those of the run's beginning here, and those of the key's. */
    private static final String SEE =
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
            """;

    private final SweepRedis redis;

    Witness(SweepRedis redis) {
        this.redis = redis;
    }

    /** Hears it; throws when Redis is away. */
    Testimony hear() {
        String run = run();
        List<Long> seen =
                redis.ask(
                                commands ->
                                        commands.<List<Long>>eval(
                                                SEE, ScriptOutputType.MULTI, KEY, run))
                        .orElseThrow();
        long age = seen.get(0) - seen.get(1);
        return age < NOTICE.toSeconds()
                ? new Testimony.TooYoung()
                : new Testimony.Sound(run, Instant.ofEpochSecond(seen.get(2)));
    }

    private String run() {
        Matcher info = RUN.matcher(redis.ask(commands -> commands.info("server")).orElseThrow());
        if (!info.find()) {
            throw new IllegalStateException("Redis does not name its run");
        }
        return info.group(1);
    }
}
