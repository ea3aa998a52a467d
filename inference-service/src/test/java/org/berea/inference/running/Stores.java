package org.berea.inference.running;

import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.berea.contracts.event.Topics;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.KafkaServer;
import org.berea.localstack.servers.RedisServer;
import org.berea.localstack.servers.ServerFailedException;
import org.jspecify.annotations.Nullable;

/** A Kafka and a Redis that can be stopped and started again with what they held. */
public final class Stores implements AutoCloseable {
    private static final int TRIES = 3;
    private static final String OUTBOX = "berea:outbox";

    private final Path data;
    private final int kafkaPort = FreePorts.next();
    private final int redisPort = FreePorts.next();
    private @Nullable KafkaServer kafka;
    private @Nullable RedisServer redis;

    private Stores(Path data) {
        this.data = data;
    }

    public static Stores start(Path data) {
        var stores = started(data, TRIES);
        var topics =
                List.of(
                        new NewTopic(Topics.COMPLETIONS, 3, (short) 1),
                        new NewTopic(Topics.ALERTS, 1, (short) 1));
        try (var admin = Admin.create(Map.of("bootstrap.servers", stores.kafka()))) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the topics cannot be created", e);
        }
        return stores;
    }

    /** Another process may take a port between its choice and its use. */
    private static Stores started(Path data, int tries) {
        var stores = new Stores(data.resolve(Integer.toString(tries)));
        try {
            stores.startAll();
            return stores;
        } catch (ServerFailedException e) {
            stores.close();
            if (tries == 1) {
                throw e;
            }
            return started(data, tries - 1);
        }
    }

    /** Settings of a service that uses both. */
    public String[] settings() {
        return new String[] {
            "spring.kafka.bootstrap-servers=" + kafka(), "spring.data.redis.url=" + redisUrl()
        };
    }

    public String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    public String redisUrl() {
        return "redis://127.0.0.1:" + redisPort;
    }

    public void startAll() {
        if (redis == null) {
            redis = RedisServer.start(data.resolve("redis"), redisPort);
        }
        if (kafka == null) {
            kafka = KafkaServer.start(data.resolve("kafka"), kafkaPort);
        }
    }

    public void stopKafka() {
        if (kafka != null) {
            kafka.close();
            kafka = null;
        }
    }

    public void stopRedis() {
        if (redis != null) {
            redis.close();
            redis = null;
        }
    }

    /** What waits for Kafka. */
    public List<StreamMessage<String, String>> outbox() {
        return ask(commands -> commands.xrange(OUTBOX, Range.unbounded()));
    }

    public List<String> keys(String pattern) {
        return ask(commands -> commands.keys(pattern));
    }

    /** How long the key has to live. */
    public Duration lifetime(String key) {
        return Duration.ofMillis(ask(commands -> commands.pttl(key)));
    }

    @Override
    public void close() {
        stopKafka();
        stopRedis();
    }

    private <T> T ask(Function<RedisCommands<String, String>, T> question) {
        try (var client = RedisClient.create(redisUrl());
                var connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }
}
