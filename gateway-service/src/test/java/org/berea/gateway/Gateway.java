package org.berea.gateway;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running gateway and who may use it. */
final class Gateway implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(20);
    private static final byte[] CALLER_KEY = new byte[32];
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConfigurableApplicationContext context;
    private final RSAKey key;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Else the first gateway that stops would stop the threads of all in this JVM. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OwnThreads {
        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            var resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }
    }

    private Gateway(ConfigurableApplicationContext context, RSAKey key) {
        this.context = context;
        this.key = key;
    }

    static Gateway start(Path folder, String redis, Map<String, String> settings) {
        var key = Tokens.rsaKey("users");
        var all = new HashMap<String, Object>();
        all.put("server.port", "0");
        all.put("management.server.port", "0");
        all.put("logging.level.root", "WARN");
        all.put("spring.data.redis.url", redis);
        all.put("berea.caller.key", Base64.getEncoder().encodeToString(CALLER_KEY));
        all.put("berea.jwt.public-key-file", Tokens.publicKeyFile(folder, key).toString());
        all.put("berea.jwt.cohorts", "seminary,parish");
        all.putAll(settings);
        String[] arguments =
                all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new);
        return new Gateway(
                new SpringApplicationBuilder(GatewayApplication.class, OwnThreads.class)
                        .run(arguments),
                key);
    }

    /** Settings that send everything to one upstream. */
    static Map<String, String> allTo(String url) {
        return Map.of(
                "berea.services.inference", url,
                "berea.services.embedding", url,
                "berea.services.moderation", url,
                "berea.services.search", url,
                "berea.services.worker", url);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    RSAKey key() {
        return key;
    }

    String token(String user, String tier, String... scopes) {
        return token(user, it -> it.claim("tier", tier).claim("scope", String.join(" ", scopes)));
    }

    String token(String user, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Tokens.signed(JWSAlgorithm.RS256, key, change.apply(Tokens.claims(user)).build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(LIMIT);
    }

    /** A request of a user of the tier pro. */
    HttpRequest.Builder request(String path, String user) {
        return request(path).header("Authorization", "Bearer " + token(user, "pro"));
    }

    HttpRequest.Builder ask(String query, String user) {
        return request("/ai/completions" + query, user)
                .header(Upstream.TEST, user)
                .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"Who?\"}"));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    HttpClient http() {
        return http;
    }

    String metrics() throws IOException, InterruptedException {
        return management("/actuator/prometheus").body();
    }

    HttpResponse<String> management(String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort() + path));
        return http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** How often a metric with that name and text in its line was counted. */
    double counted(String name, String tag) throws IOException, InterruptedException {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(tag))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    static Optional<Caller> verified(String token) {
        return new CallerTokens(CALLER_KEY, "test", Clock.systemUTC()).verify(token);
    }

    @Override
    public void close() {
        context.close();
    }

    /** A whole response. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** For example {@code rate-limited}. */
        String problem() {
            return json().path("type").asString().replace("urn:berea:problem:", "");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
