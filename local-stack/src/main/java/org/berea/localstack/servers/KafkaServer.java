package org.berea.localstack.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A running Kafka 4 of a single node, inside the calling JVM. */
public final class KafkaServer implements AutoCloseable {
    private final KafkaRaftServer server;
    private final int port;

    private KafkaServer(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts it on 127.0.0.1 and waits until it serves clients.
     *
     * @param data its own folder, made when missing; what is stored there outlives the server
     * @throws ServerFailedException when it cannot be started
     */
    public static KafkaServer start(Path data, int port) {
        KafkaLogging.quiet();
        Properties settings = KafkaSettings.of(data, port, FreePorts.next());
        try {
            format(data, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + data, e);
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new ServerFailedException("Kafka does not start on port " + port, e);
        }
        return new KafkaServer(server, port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Waits until it ends. */
    public void await() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path data, Properties settings) throws IOException {
        if (Files.exists(data.resolve("log/meta.properties"))) {
            return;
        }
        Files.createDirectories(data);
        Path file = data.resolve("server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, "written once, for formatting");
        }
        var output = new ByteArrayOutputStream();
        String[] arguments = {
            "format",
            "--ignore-formatted",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            file.toString()
        };
        if (StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8))
                != 0) {
            throw new ServerFailedException(
                    "Kafka's storage cannot be formatted: "
                            + output.toString(StandardCharsets.UTF_8));
        }
    }
}
