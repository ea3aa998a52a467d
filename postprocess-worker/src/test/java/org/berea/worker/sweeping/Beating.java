package org.berea.worker.sweeping;

import io.lettuce.core.RedisClient;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import org.berea.contracts.Heartbeat;
import org.berea.worker.repeating.Repeating;

/** A process that shows it lives as inference does, for as long as it is open. */
final class Beating implements AutoCloseable {
    private final RedisClient client;
    private final Repeating beat;

    Beating(String redisUrl, String instance) {
        client = RedisClient.create(redisUrl);
        RedisCommands<String, String> redis = client.connect().sync();
        beat =
                Repeating.start(
                        "heartbeat",
                        Heartbeat.PERIOD,
                        () ->
                                redis.set(
                                        Heartbeat.key(instance),
                                        "1",
                                        SetArgs.Builder.px(Heartbeat.LAPSE)));
    }

    @Override
    public void close() {
        beat.close();
        client.close();
    }
}
