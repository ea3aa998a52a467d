package org.berea.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.KafkaServer;
import org.berea.localstack.servers.PostgresServer;
import org.berea.localstack.servers.RedisServer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** Real servers that can go away and come back, at the same address and with the same data. */
public final class Servers implements AutoCloseable {
    private final Path folder;
    private final int postgresPort = FreePorts.next();
    private final int kafkaPort = FreePorts.next();
    private @Nullable PostgresServer postgres;
    private final int redisPort = FreePorts.next();
    private @Nullable KafkaServer kafka;
    private @Nullable RedisServer redis;
    private String password = "";

    public Servers() {
        try {
            folder = Files.createTempDirectory("worker-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Servers started() {
        var servers = new Servers();
        servers.startPostgres();
        servers.startKafka();
        servers.startRedis();
        return servers;
    }

    public void startPostgres() {
        var started = PostgresServer.start(folder.resolve("postgres"), postgresPort);
        password = started.password();
        postgres = started;
    }

    public void stopPostgres() {
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }

    /**
     * Pauses it and all processes below it with {@code STOP}, lets them go on with {@code CONT}.
     */
    public void signalPostgres(String signal) throws IOException, InterruptedException {
        for (ProcessHandle process : postgresProcesses()) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    private static List<ProcessHandle> postgresProcesses() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .toList();
    }

    public void startKafka() {
        kafka = KafkaServer.start(folder.resolve("kafka"), kafkaPort);
    }

    public void stopKafka() {
        if (kafka != null) {
            kafka.close();
            kafka = null;
        }
    }

    public void startRedis() {
        redis = RedisServer.start(folder.resolve("redis"), redisPort);
    }

    public void stopRedis() {
        if (redis != null) {
            redis.close();
            redis = null;
        }
    }

    public String redisUrl() {
        return "redis://127.0.0.1:" + redisPort;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/berea".formatted(postgresPort);
    }

    public String user() {
        return "berea";
    }

    public String password() {
        return password;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(jdbcUrl(), user(), password));
    }

    @Override
    public void close() {
        stopKafka();
        stopPostgres();
        stopRedis();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
