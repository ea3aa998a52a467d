package org.berea.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Keys that an issuer publishes, exchanges and cannot always deliver. */
@TestInstance(Lifecycle.PER_CLASS)
final class KeySetTest {
    private final RSAKey rsa = Tokens.rsaKey("rsa-1");
    private final ECKey ec = Tokens.ecKey("ec-1");
    private final AtomicReference<List<JWK>> published = new AtomicReference<>(List.of());
    private final AtomicInteger fetched = new AtomicInteger();
    private final DisposableServer issuer =
            HttpServer.create()
                    .host("127.0.0.1")
                    .port(0)
                    .handle(
                            (_, response) ->
                                    response.status(published.get().isEmpty() ? 500 : 200)
                                            .sendString(Mono.fromSupplier(this::keySet)))
                    .bindNow();
    private final Upstream upstream = Upstream.start();
    private final Gateway gateway;

    KeySetTest(@TempDir Path folder) {
        var settings = new HashMap<>(Gateway.allTo(upstream.url()));
        settings.put("berea.jwt.public-key-file", "");
        settings.put("berea.jwt.jwks-uri", "http://127.0.0.1:" + issuer.port() + "/keys");
        settings.put("berea.jwt.algorithms", "RS256,PS256,ES256");
        gateway = Gateway.start(folder, "redis://127.0.0.1:1", settings);
    }

    @AfterAll
    void stop() {
        gateway.close();
        upstream.close();
        issuer.disposeNow();
    }

    @Test
    void followsTheIssuersKeysWithoutBeingMadeToFetchThemAllTheTime() throws Exception {
        for (int n = 0; n < 5; n++) {
            assertThat(statusOf(JWSAlgorithm.RS256, rsa)).as("nobody is to blame").isEqualTo(503);
        }

        published.set(List.of(rsa, ec));
        awaitKeys();
        fetched.set(0);
        assertThat(statusOf(JWSAlgorithm.RS256, rsa)).isEqualTo(200);
        assertThat(statusOf(JWSAlgorithm.PS256, rsa)).isEqualTo(200);
        assertThat(statusOf(JWSAlgorithm.ES256, ec)).isEqualTo(200);
        assertThat(fetched).hasValue(0);

        RSAKey next = Tokens.rsaKey("rsa-2");
        published.set(List.of(next));
        assertThat(statusOf(JWSAlgorithm.RS256, next)).isEqualTo(200);
        int afterExchange = fetched.get();
        assertThat(afterExchange).isEqualTo(1);

        for (int n = 0; n < 20; n++) {
            RSAKey unknown = new RSAKey.Builder(next).keyID("unknown-" + n).build();
            assertThat(statusOf(JWSAlgorithm.RS256, unknown)).isEqualTo(401);
        }
        assertThat(fetched).as("once a minute").hasValue(afterExchange);
    }

    private void awaitKeys() throws Exception {
        long end = System.nanoTime() + Gateway.LIMIT.toNanos();
        while (statusOf(JWSAlgorithm.RS256, rsa) != 200) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(200);
        }
    }

    private int statusOf(JWSAlgorithm algorithm, JWK key) throws Exception {
        String token = Tokens.signed(algorithm, key, Tokens.claims("u").build());
        return gateway.send(
                        gateway.request("/ai/translations")
                                .header("Authorization", "Bearer " + token))
                .status();
    }

    private String keySet() {
        fetched.incrementAndGet();
        return new JWKSet(published.get()).toString();
    }
}
