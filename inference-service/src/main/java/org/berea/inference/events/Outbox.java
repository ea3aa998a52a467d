package org.berea.inference.events;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.StreamMessage;
import java.time.Duration;
import java.util.List;
import org.berea.metering.LazyRedis;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Events that Kafka has yet to get, in a Redis stream that all instances share. */
@Component
@EnableConfigurationProperties(OutboxSettings.class)
final class Outbox {
    static final String KEY = "berea:outbox";

    private static final String LEASE = KEY + ":relay";
    private static final Duration BATCH_LIMIT = Duration.ofSeconds(2);

    /** Counts and adds in one step, or many at once would go beyond the bound. */
    private static final String APPEND =
            """
            if redis.call('XLEN', KEYS[1]) >= tonumber(ARGV[1]) then
              return 0
            end
            redis.call('XADD', KEYS[1], '*',
              'topic', ARGV[2], 'key', ARGV[3], 'value', ARGV[4], 'traceparent', ARGV[5])
            return 1
            """;

    private static final String TAKE_LEASE =
            """
            local holder = redis.call('GET', KEYS[1])
            if holder and holder ~= ARGV[1] then
              return 0
            end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """;

    private final LazyRedis redis;
    private final OutboxSettings settings;

    Outbox(LazyRedis redis, OutboxSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    /** Completes when it is kept; {@link OutboxFullException} or Redis' own error otherwise. */
    Mono<Void> append(Envelope event) {
        return isDone(
                        APPEND,
                        KEY,
                        Integer.toString(settings.entries()),
                        event.topic(),
                        event.key(),
                        event.value(),
                        event.traceparent())
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new OutboxFullException(settings.entries())))
                .then();
    }

    /** Up to so many entries behind the one with this id, oldest first. */
    Mono<List<StreamMessage<String, String>>> after(String id, int count) {
        var range = Range.from(Range.Boundary.excluding(id), Range.Boundary.<String>unbounded());
        return redis.call(BATCH_LIMIT, commands -> commands.xrange(KEY, range, Limit.from(count)));
    }

    Mono<Void> delete(List<String> ids) {
        String[] entries = ids.toArray(String[]::new);
        return redis.call(BATCH_LIMIT, commands -> commands.xdel(KEY, entries)).then();
    }

    /** How many entries there are. */
    Mono<Long> depth() {
        return redis.call(LazyRedis.LIMIT, commands -> commands.xlen(KEY));
    }

    /** Whether the holder may relay for so long, because nobody else does. */
    Mono<Boolean> lease(String holder, Duration length) {
        return isDone(TAKE_LEASE, LEASE, holder, Long.toString(length.toMillis()));
    }

    private Mono<Boolean> isDone(String script, String key, String... arguments) {
        String[] keys = {key};
        return redis.call(
                        LazyRedis.LIMIT,
                        commands ->
                                commands.<Long>eval(
                                        script, ScriptOutputType.INTEGER, keys, arguments))
                .map(answer -> answer == 1);
    }
}
