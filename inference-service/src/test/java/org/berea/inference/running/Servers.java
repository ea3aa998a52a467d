package org.berea.inference.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.berea.contracts.event.Topics;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.KafkaServer;
import org.berea.localstack.servers.RedisServer;
import org.berea.simulator.SimulatorServer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A real Redis and Kafka and the simulator, started once for all test classes. */
public final class Servers implements AutoCloseable {
    private final Path data;
    private final RedisServer redis;
    private final KafkaServer kafka;
    private final SimulatorServer simulator;

    private Servers() {
        try {
            data = Files.createTempDirectory("inference-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        redis = RedisServer.start(data.resolve("redis"), FreePorts.next());
        kafka = KafkaServer.start(data.resolve("kafka"), FreePorts.next());
        createTopics();
        simulator = SimulatorServer.start(0, "simulator.pace=2000", "simulator.first-token-ms=5");
    }

    /** Hands the servers to whoever has a parameter of their type. */
    public static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(Servers.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(Servers.class, _ -> new Servers(), Servers.class);
        }
    }

    /**
     * @param database each number is a Redis of its own
     */
    public String redisUrl(int database) {
        return redis.url() + "/" + database;
    }

    public String kafka() {
        return kafka.bootstrapServers();
    }

    public SimulatorServer simulator() {
        return simulator;
    }

    @Override
    public void close() throws IOException {
        simulator.close();
        kafka.close();
        redis.close();
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void createTopics() {
        var topics =
                List.of(
                        new NewTopic(Topics.COMPLETIONS, 3, (short) 1),
                        new NewTopic(Topics.ALERTS, 1, (short) 1));
        try (var admin = Admin.create(java.util.Map.of("bootstrap.servers", kafka()))) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the topics cannot be created", e);
        }
    }
}
