package org.berea.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on free ports, and a client that may call it. */
public final class RunningService implements AutoCloseable {
    private static final byte[] KEY =
            "a key for tests, 32 bytes long..".getBytes(StandardCharsets.UTF_8);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final CallerTokens tokens = tokens();
    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it; a setting that is not given is one that points nowhere. */
    public static RunningService start(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=0");
        arguments.add("--management.server.port=0");
        arguments.add("--berea.caller.key-file=" + keyFile());
        if (!settings.containsKey("spring.kafka.bootstrap-servers")) {
            arguments.add("--spring.kafka.bootstrap-servers=127.0.0.1:1");
        }
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new RunningService(
                SpringApplication.run(
                        EmbeddingApplication.class, arguments.toArray(String[]::new)));
    }

    /** Verifies what this service signs. */
    public static CallerTokens tokens() {
        return new CallerTokens(KEY, "test", Clock.systemUTC());
    }

    private static Path keyFile() {
        try {
            Path file = Files.createTempFile("berea-test", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(KEY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> embed(String body) throws IOException, InterruptedException {
        return http.send(request(body), HttpResponse.BodyHandlers.ofString());
    }

    /** A passage's vector. */
    public float[] vector(String text) throws IOException, InterruptedException {
        var json = new JsonMapper();
        String body = embed(json.writeValueAsString(Map.of("input", text))).body();
        return json.readValue(body, EmbeddingResponse.class).data().getFirst().embedding();
    }

    HttpClient http() {
        return http;
    }

    HttpRequest request(String body) {
        return unsigned(body)
                .header(CallerTokens.HEADER, tokens.mint(Caller.service("test")))
                .build();
    }

    HttpRequest.Builder unsigned(String body) {
        return HttpRequest.newBuilder(url("local.server.port", "/ai/embeddings"))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    public String management(String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(url("local.management.port", path)).timeout(LIMIT).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** A metric's value summed over the lines that contain all the texts. */
    public double metric(String name, String... tags) throws IOException, InterruptedException {
        return management("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> List.of(tags).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    private URI url(String port, String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty(port) + path);
    }
}
