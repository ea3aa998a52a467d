package org.berea.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How it starts, and how it stops. */
final class StartTest {
    private static final String NO_REDIS = "redis://127.0.0.1:1";

    @TempDir private Path folder;

    @Test
    void refusesToStartWithoutAKey() {
        assertThatThrownBy(
                        () ->
                                Gateway.start(
                                        folder, NO_REDIS, Map.of("berea.jwt.public-key-file", "")))
                .satisfies(
                        failure ->
                                assertThat(messages(failure))
                                        .contains(
                                                "berea.jwt: no key (expected: either"
                                                        + " BEREA_JWT_PUBLIC_KEY_FILE or"
                                                        + " BEREA_JWT_JWKS_URI)"));
    }

    @Test
    void refusesToStartWithSettingsThatWereRenamed() {
        assertThatThrownBy(
                        () ->
                                Gateway.start(
                                        folder,
                                        NO_REDIS,
                                        Map.of("spring.cloud.gateway.httpclient.wiretap", "true")))
                .satisfies(
                        failure ->
                                assertThat(messages(failure)).contains("ignored since version 5"));
    }

    @Test
    void startsAloneAndServesItsManagementPortWithoutToken() throws Exception {
        try (var gateway = Gateway.start(folder, NO_REDIS, Map.of())) {
            assertThat(gateway.management("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(gateway.management("/actuator/prometheus").statusCode()).isEqualTo(200);
            assertThat(gateway.management("/actuator/env").statusCode()).isEqualTo(401);
            assertThat(gateway.management("/ai/quota").statusCode()).isNotEqualTo(200);
            var answer = gateway.send(gateway.request("/ai/translations", "alone"));
            assertThat(answer.problem()).isEqualTo("unavailable");
        }
    }

    @Test
    void tellsThePageWhereToSignInAndLetsItSpeakThere() throws Exception {
        var settings =
                Map.of(
                        "berea.page.contact", "mailto:help@berea.example",
                        "berea.page.sign-in.issuer", "https://login.example:8443/realms/berea",
                        "berea.page.sign-in.client-id", "berea-web");
        try (var gateway = Gateway.start(folder, NO_REDIS, settings)) {
            var told = gateway.send(gateway.request("/web/settings.json"));

            assertThat(told.json().at("/signIn/issuer").asString())
                    .isEqualTo("https://login.example:8443/realms/berea");
            assertThat(told.json().at("/signIn/clientId").asString()).isEqualTo("berea-web");
            assertThat(told.json().at("/signIn/scope").asString()).isEqualTo("openid");
            assertThat(told.json().at("/contact").asString())
                    .isEqualTo("mailto:help@berea.example");
            assertThat(told.header("Content-Security-Policy"))
                    .contains("connect-src 'self' https://login.example:8443;");
        }
    }

    @Test
    void refusesToStartWithAnIssuerThatIsNoAddress() {
        var settings =
                Map.of(
                        "berea.page.sign-in.issuer", "https://a.example; script-src *",
                        "berea.page.sign-in.client-id", "berea-web");
        assertThatThrownBy(() -> Gateway.start(folder, NO_REDIS, settings))
                .satisfies(
                        failure ->
                                assertThat(messages(failure))
                                        .contains("berea.page.sign-in.issuer"));
    }

    @Test
    void takesTokensOfAnEllipticKeyFile() throws Exception {
        var key = Tokens.ecKey("ec");
        Path other = Files.createDirectory(folder.resolve("ec"));
        var settings = new HashMap<String, String>();
        settings.put("berea.jwt.public-key-file", Tokens.publicKeyFile(other, key).toString());
        settings.put("berea.jwt.algorithms", "ES256");
        try (var gateway = Gateway.start(folder, NO_REDIS, settings)) {
            String good = Tokens.signed(JWSAlgorithm.ES256, key, Tokens.claims("u").build());
            assertThat(
                            gateway.send(
                                            gateway.request("/ai/none")
                                                    .header("Authorization", "Bearer " + good))
                                    .status())
                    .isEqualTo(404);
            assertThat(gateway.send(gateway.request("/ai/none", "rsa")).status()).isEqualTo(401);
        }
    }

    @Test
    void trustsTracesFromOutsideWhenToldTo() throws Exception {
        String theirs = "0af7651916cd43dd8448eb211c80319c";
        try (var upstream = Upstream.start()) {
            var settings = new HashMap<>(Gateway.allTo(upstream.url()));
            settings.put("berea.arrival.trust-trace", "true");
            try (var gateway = Gateway.start(folder, NO_REDIS, settings)) {
                gateway.send(
                        gateway.ask("", "traced")
                                .header("traceparent", "00-" + theirs + "-b7ad6b7169203331-01"));
            }
            assertThat(upstream.seen("traced").headers().get("traceparent")).contains(theirs);
        }
    }

    @Test
    void letsStreamsFinishBeforeItStops() throws Exception {
        try (var upstream = Upstream.start()) {
            var gateway = Gateway.start(folder, NO_REDIS, Gateway.allTo(upstream.url()));
            int port = gateway.port();
            CompletableFuture<HttpResponse<String>> answer =
                    gateway.http()
                            .sendAsync(
                                    gateway.ask("?do=stream", "last").build(),
                                    BodyHandlers.ofString());
            var stream = upstream.seen("last").stream();
            stream.tryEmitNext("before").orThrow();

            var stopped = CompletableFuture.runAsync(gateway::close);
            awaitRefusal(port);
            stream.tryEmitNext("after").orThrow();
            stream.tryEmitComplete().orThrow();

            assertThat(answer.get(20, TimeUnit.SECONDS).body())
                    .isEqualTo("data: before\n\ndata: after\n\n");
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    private static void awaitRefusal(int port) throws InterruptedException {
        long end = System.nanoTime() + Gateway.LIMIT.toNanos();
        while (accepts(port)) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String messages(Throwable failure) {
        var all = new StringBuilder();
        for (Throwable next = failure; next != null; next = next.getCause()) {
            all.append(next.getMessage()).append('\n');
        }
        return all.toString();
    }
}
