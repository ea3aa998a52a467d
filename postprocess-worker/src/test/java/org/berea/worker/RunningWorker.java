package org.berea.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.contracts.caller.Scopes;
import org.berea.contracts.caller.Tier;
import org.berea.localstack.servers.FreePorts;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A worker as an operator would start it, and what is needed to talk to it. */
public final class RunningWorker implements AutoCloseable {
    private static final byte[] KEY = "a key that only the tests of it know".getBytes(UTF_8);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final int managementPort;

    private RunningWorker(ConfigurableApplicationContext context, int port, int managementPort) {
        this.context = context;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts one; further settings look like {@code BEREA_SAMPLE_CORPUS=true}. */
    public static RunningWorker start(Servers servers, String... settings) {
        int port = FreePorts.next();
        int managementPort = FreePorts.next();
        var application = new SpringApplication(WorkerApplication.class);
        var arguments = new ArrayList<String>();
        arguments.add("--SERVER_PORT=" + port);
        arguments.add("--MANAGEMENT_SERVER_PORT=" + managementPort);
        arguments.add("--BEREA_CALLER_KEY=" + Base64.getEncoder().encodeToString(KEY));
        arguments.add("--KAFKA_BOOTSTRAP_SERVERS=" + servers.bootstrapServers());
        arguments.add("--POSTGRES_URL=" + servers.jdbcUrl());
        arguments.add("--POSTGRES_USER=" + servers.user());
        arguments.add("--POSTGRES_PASSWORD=" + servers.password());
        arguments.add("--REDIS_URL=" + servers.redisUrl());
        arguments.add("--BEREA_DRAIN=2s");
        // Kafka's server, which runs in the same process here, would fill the log.
        arguments.add("--logging.level.kafka=ERROR");
        arguments.add("--logging.level.state.change.logger=ERROR");
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        var context = application.run(arguments.toArray(String[]::new));
        return new RunningWorker(context, port, managementPort);
    }

    public static Caller user(String subject) {
        return new Caller(subject, Tier.FREE, "other", Set.of(), true, false);
    }

    public static Caller corpusAdmin() {
        return new Caller("admin", Tier.PRO, "other", Set.of(Scopes.CORPUS_ADMIN), true, false);
    }

    public static Caller quotaAdmin() {
        return new Caller("admin", Tier.PRO, "other", Set.of(Scopes.QUOTA_ADMIN), true, false);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public HttpResponse<String> get(Caller caller, String path) {
        return send(request(path).header(CallerTokens.HEADER, token(caller)));
    }

    public HttpResponse<String> get(Caller caller, String path, String contentType) {
        return send(
                request(path)
                        .header(CallerTokens.HEADER, token(caller))
                        .header("Content-Type", contentType));
    }

    public HttpResponse<String> post(Caller caller, String path) {
        return send(
                request(path)
                        .header(CallerTokens.HEADER, token(caller))
                        .POST(BodyPublishers.noBody()));
    }

    public HttpResponse<String> getWithoutToken(String path) {
        return send(request(path));
    }

    public HttpResponse<String> put(Caller caller, String path, byte[] body) {
        return put(caller, path, BodyPublishers.ofByteArray(body));
    }

    public HttpResponse<String> put(Caller caller, String path, BodyPublisher body) {
        return send(
                request(path)
                        .header(CallerTokens.HEADER, token(caller))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .PUT(body));
    }

    /** What Kubernetes would ask. */
    public int health(String group) {
        URI uri =
                URI.create(
                        "http://127.0.0.1:%d/actuator/health/%s".formatted(managementPort, group));
        return send(HttpRequest.newBuilder(uri)).statusCode();
    }

    public String metrics() {
        URI uri = URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(managementPort));
        return send(HttpRequest.newBuilder(uri)).body();
    }

    /** The sum of a metric over all its lines that have these tags, {@code name="value"}. */
    public double metric(String name, String... tags) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> Stream.of(tags).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Override
    public void close() {
        context.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static String token(Caller caller) {
        return new CallerTokens(KEY, "gateway", Clock.systemUTC()).mint(caller);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
