package org.berea.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ServersTest {
    @TempDir Path data;

    @Test
    void postgresKeepsItsRowsOverARestart() throws SQLException {
        try (var server = PostgresServer.start(data, FreePorts.next())) {
            run(server, "CREATE TABLE verse (text varchar)");
            run(server, "INSERT INTO verse VALUES ('In the beginning — ראשית')");
        }
        try (var server = PostgresServer.start(data, FreePorts.next())) {
            assertThat(text(server)).isEqualTo("In the beginning — ראשית");
        }
    }

    @Test
    void redisKeepsItsKeysOverARestart() throws Exception {
        try (var server = RedisServer.start(data, FreePorts.next())) {
            assertThat(ask(server, "SET verse light")).isEqualTo("+OK");
        }
        try (var server = RedisServer.start(data, FreePorts.next())) {
            assertThat(ask(server, "GET verse")).isEqualTo("$5");
        }
    }

    @Test
    void kafkaKeepsItsRecordsOverARestart() throws Exception {
        try (var server = KafkaServer.start(data, FreePorts.next())) {
            send(server, "Let there be light");
        }
        try (var server = KafkaServer.start(data, FreePorts.next())) {
            assertThat(received(server)).isEqualTo("Let there be light");
        }
    }

    @Test
    void weaviateKeepsItsCollectionsOverARestartOnOtherPorts() throws Exception {
        assumeThat(WeaviateProgram.find()).as(WeaviateProgram.HOW_TO_GET).isPresent();
        try (var server = WeaviateServer.start(data, WeaviatePorts.free())) {
            assertThat(post(server, "/v1/schema", "{\"class\":\"Verses\"}")).isEqualTo(200);
        }
        try (var server = WeaviateServer.start(data, WeaviatePorts.free())) {
            assertThat(status(request(server, "/v1/schema/Verses").GET())).isEqualTo(200);
            assertThat(status(request(server, "/v1/schema/Verbs").GET())).isEqualTo(404);
        }
    }

    @Test
    void weaviateRefusesWhoeverHasNoKey() throws Exception {
        assumeThat(WeaviateProgram.find()).as(WeaviateProgram.HOW_TO_GET).isPresent();
        try (var server = WeaviateServer.start(data, WeaviatePorts.free())) {
            var keyless = HttpRequest.newBuilder(URI.create(server.url() + "/v1/schema")).GET();
            assertThat(status(keyless)).isEqualTo(401);
        }
    }

    private static int post(WeaviateServer server, String path, String body) throws Exception {
        return status(
                request(server, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(WeaviateServer server, String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer " + WeaviateServer.KEY);
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            request.timeout(Duration.ofSeconds(20)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static void run(PostgresServer server, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(PostgresServer server) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT text FROM verse")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String ask(RedisServer server, String command) throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port());
                var reader =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return reader.readLine();
        }
    }

    private static void send(KafkaServer server, String text) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", server.bootstrapServers());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("verses", 0, "GEN", text)).get(30, TimeUnit.SECONDS);
        }
    }

    private static String received(KafkaServer server) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        server.bootstrapServers(),
                        "auto.offset.reset",
                        "earliest");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("verses", 0)));
            for (int i = 0; i < 30; i++) {
                for (var found : consumer.poll(Duration.ofSeconds(1))) {
                    return found.value();
                }
            }
            return "nothing within 30 seconds";
        }
    }
}
