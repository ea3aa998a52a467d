package org.berea.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import org.berea.contracts.caller.CallerTokens;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Redis that comes and goes, services that are slow, refuse or die. */
@TestInstance(Lifecycle.PER_CLASS)
final class OutageTest {
    private static final int CAPACITY = 20;

    private final Path data;
    private final int redisPort = FreePorts.next();
    private final int deadPort = FreePorts.next();
    private final Upstream upstream = Upstream.start();
    private final Gateway gateway;

    OutageTest(@TempDir Path data) {
        this.data = data;
        var settings = new HashMap<>(Gateway.allTo(upstream.url()));
        String dead = "http://127.0.0.1:" + deadPort;
        settings.put("berea.services.search", "http://127.0.0.1:" + FreePorts.next());
        settings.put("berea.services.embedding", dead + "," + upstream.url());
        settings.put("spring.cloud.gateway.server.webflux.httpclient.response-timeout", "500ms");
        settings.put("berea.streams.silence", "2s");
        settings.put("berea.streams.whole", "4s");
        settings.put("berea.streams.farewell", "500ms");
        gateway = Gateway.start(data, "redis://127.0.0.1:" + redisPort, settings);
    }

    @BeforeAll
    void warmUp() throws Exception {
        gateway.send(gateway.ask("", "warm"));
    }

    @AfterAll
    void stop() {
        gateway.close();
        upstream.close();
    }

    @Test
    void goesOnWithoutSpendingWhileRedisIsAwayAndHealsByItself() throws Exception {
        assertUnpaid("before");

        try (var _ = RedisServer.start(data.resolve("redis"), redisPort)) {
            assertThat(ask("between").status()).isEqualTo(200);
            assertThat(paid("between")).isTrue();
            assertThat(quota("between").status()).isEqualTo(200);
        }

        assertUnpaid("after");
    }

    @Test
    void isReadyAndAliveWhileRedisIsAway() throws Exception {
        assertThat(gateway.management("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(gateway.management("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void limitsRequestsInTheProcessWhileRedisIsAway() throws Exception {
        for (int n = 0; n < CAPACITY; n++) {
            assertThat(ask("hasty").status()).isEqualTo(200);
        }

        var answer = ask("hasty");
        assertThat(answer.problem()).isEqualTo("rate-limited");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void doesNotKnowTheQuotaWhileRedisIsAway() throws Exception {
        var answer = quota("curious");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
    }

    @Test
    void answers504WhenAServiceKeepsSilent() throws Exception {
        long start = System.nanoTime();
        var answer = gateway.send(gateway.ask("?do=silence", "silent"));

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.problem()).isEqualTo("timeout");
        assertThat(since(start)).isBetween(Duration.ofMillis(450), Duration.ofSeconds(3));
        assertThat(upstream.seen("silent").gone()).succeedsWithin(Gateway.LIMIT);
    }

    @Test
    void limitsOnlyTheWaitForHeadersNotTheStream() throws Exception {
        var answer =
                gateway.http()
                        .sendAsync(
                                gateway.ask("?do=stream", "slow").build(), BodyHandlers.ofString());
        var seen = upstream.seen("slow");
        seen.stream().tryEmitNext("first").orThrow();
        Thread.sleep(1_200);
        seen.stream().tryEmitNext("last").orThrow();
        seen.stream().tryEmitComplete().orThrow();

        assertThat(answer.get().body()).isEqualTo("data: first\n\ndata: last\n\n");
    }

    @Test
    void givesUpAClientThatDoesNotRead() throws Exception {
        try (var client = new Socket()) {
            client.setReceiveBufferSize(8 * 1024);
            client.setSoTimeout((int) Gateway.LIMIT.toMillis());
            client.connect(new InetSocketAddress("127.0.0.1", gateway.port()));
            client.getOutputStream().write(request(gateway.ask("?do=stream", "deaf").build()));
            var seen = upstream.seen("deaf");
            for (int i = 0; i < 400; i++) {
                seen.stream().tryEmitNext("x".repeat(16 * 1024)).orThrow();
            }
            assertThat(seen.gone()).succeedsWithin(Gateway.LIMIT);
            // Nothing can be seen of the connection from outside until it is read, which ends the
            // deafness: by then it must be closed.
            Thread.sleep(2_000);

            assertThat(read(client)).contains("200 OK").doesNotContain("event: error");
        }
    }

    private static byte[] request(HttpRequest request) {
        var head =
                new StringBuilder(
                        "%s %s?%s HTTP/1.1\r\nHost: localhost\r\n"
                                .formatted(
                                        request.method(),
                                        request.uri().getPath(),
                                        request.uri().getQuery()));
        request.headers()
                .map()
                .forEach((name, values) -> head.append(name + ": " + values.getFirst() + "\r\n"));
        return (head + "Content-Length: 2\r\n\r\n{}").getBytes(US_ASCII);
    }

    private static String read(Socket client) {
        var text = new ByteArrayOutputStream();
        try {
            client.getInputStream().transferTo(text);
        } catch (SocketException e) {
            return text.toString(US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(US_ASCII);
    }

    @Test
    void endsAStreamThatFellSilent() throws Exception {
        var answer = gateway.send(gateway.ask("?do=stream", "mute"));

        assertThat(answer.response().body()).contains("event: error").contains("interrupted");
        assertThat(upstream.seen("mute").gone()).succeedsWithin(Gateway.LIMIT);
    }

    @Test
    void endsAStreamThatGoesOnForEver() throws Exception {
        var answer =
                gateway.http()
                        .sendAsync(
                                gateway.ask("?do=stream", "endless").build(),
                                BodyHandlers.ofString());
        var seen = upstream.seen("endless");
        long start = System.nanoTime();
        while (!answer.isDone()) {
            seen.stream().tryEmitNext("on and on");
            assertThat(since(start)).isLessThan(Gateway.LIMIT);
            Thread.sleep(100);
        }

        assertThat(answer.get().body()).contains("event: error").contains("interrupted");
        assertThat(seen.gone()).succeedsWithin(Gateway.LIMIT);
    }

    @Test
    void answers503AtOnceWhenNoInstanceIsThere() throws Exception {
        gateway.send(gateway.request("/ai/translations", "lost"));
        long start = System.nanoTime();
        var answer = gateway.send(gateway.request("/ai/translations", "lost"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(since(start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void losesNothingToOneDeadInstanceOfTwo() throws Exception {
        for (int n = 0; n < 40; n++) {
            var answer =
                    gateway.send(
                            gateway.request("/ai/embeddings", "user" + n)
                                    .POST(BodyPublishers.ofString("{\"input\":\"x\"}")));
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void usesAnInstanceAgainWhenItIsBack() throws Exception {
        String path = "/ai/embeddings";
        gateway.send(gateway.request(path, "back").POST(noBody()));
        try (var returned = Upstream.start(deadPort)) {
            long end = System.nanoTime() + Gateway.LIMIT.toNanos();
            for (int n = 0; !returned.hasSeen("back"); n++) {
                assertThat(System.nanoTime()).isLessThan(end);
                gateway.send(
                        gateway.request(path, "back" + n)
                                .header(Upstream.TEST, "back")
                                .POST(noBody()));
                Thread.sleep(100);
            }
        }
    }

    private static BodyPublisher noBody() {
        return BodyPublishers.ofString("{}");
    }

    private void assertUnpaid(String user) throws Exception {
        double before = gateway.counted("berea_quota_decisions", "decision=\"store-away\"");
        long start = System.nanoTime();
        var answer = ask(user);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(since(start)).isLessThan(Duration.ofMillis(500));
        assertThat(paid(user)).isFalse();
        assertThat(answer.header("RateLimit")).isEqualTo("\"requests\";r=19;t=6");
        assertThat(gateway.counted("berea_quota_decisions", "decision=\"store-away\""))
                .isEqualTo(before + 1);
    }

    private boolean paid(String user) {
        String token = upstream.seen(user).headers().get(CallerTokens.HEADER);
        return Gateway.verified(token).orElseThrow().paid();
    }

    private Gateway.Answer ask(String user) throws Exception {
        return gateway.send(
                gateway.request("/ai/completions")
                        .header("Authorization", "Bearer " + gateway.token(user, "free"))
                        .header(Upstream.TEST, user)
                        .POST(noBody()));
    }

    private Gateway.Answer quota(String user) throws Exception {
        return gateway.send(gateway.request("/ai/quota", user));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
